import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay, sampleFrontMatter } from '../sample.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import { findInSource } from '../search/find-in-source.ts';
import { LatePattern } from '../search/pattern.ts';

/** What people are told to fill in; “[client]” or “[city]” alone can be the author’s way to hide one. */
const nouns =
  '(?:first |last |full |company |client |candidate |job |role )name|(?:job |role )title|name|company|title|link';

/** What other mail tools put where a name goes, and what templates ask their users to fill in. */
const left = new LatePattern(
  [
    '%%[a-z][a-z0-9_.]{1,30}%%',
    String.raw`(?<![\p{L}\p{N}%])%(?:(?:first|last|full|company)_?)?name%`,
    String.raw`\$\{[a-z_][\w.]{0,30}\}`,
    String.raw`(?<!\{)\{(?:first|last|full|company|job|role|candidate)?[ _]?(?:name|title|role|city|link|date)\}(?!\})`,
    String.raw`\{%[^%]{1,60}%\}`,
    String.raw`\[(?:(?:insert|enter) [^\[\]]{1,40}|(?:add |put )?(?:your )?(?:${nouns})(?: here)?)\](?![(\[:])`,
    `<(?:insert [^<>]{1,40}|(?:your )?(?:${nouns})(?: here)?)>`,
    String.raw`(?<![\p{L}\p{N}])[$€£]?xx(?:%|[km](?![\p{L}\p{N}])|\+? (?:years|months|percent|million|reps)(?!\p{L}))`,
  ].join('|'),
  'giu',
);
/** Looked for in the source: as markdown its asterisks are emphasis. */
const mailchimp = /\*\|[A-Z][A-Z0-9_:]{1,30}\|\*/g;
const hint = 'write what belongs here; a merge tag of this tool looks like {{firstName|there}}';

export const textPlaceholder: Rule = {
  name: 'text/placeholder',
  severity: 'error',
  what: 'A placeholder of a template or of another mail tool is left in the text: `[company]`, `*|FNAME|*`, `%%name%%`.',
  why: 'Everybody would read it as it stands.',
  fix: 'Write what belongs there. Merge tags of this tool look like `{{firstName|there}}`.',
  samples: () => ({
    good: [
      sampleEssay(
        'a [name](https://penny.example), [link][1], [sic] and “[they] win”, {{firstName|there}}, `[company]`, 100% of 50%, {a set}, [x], [client name withheld], [your words, not mine], [link in the comments], 10%growth%, love xx, XXL\n\n[1]: https://penny.example',
      ),
    ],
    bad: [
      {
        sample: sampleEssay(
          'hi *|FNAME|*, [company] is hiring\n\ndear %%first_name%%, see [insert link] and {first_name}',
        ),
        finds: [
          { at: '10:4-10:13', message: '“*|FNAME|*” is a placeholder', hint },
          { at: '10:15-10:24', message: '“[company]” is a placeholder', hint },
          { at: '12:6-12:20', message: '“%%first_name%%” is a placeholder', hint },
          { at: '12:26-12:39', message: '“[insert link]” is a placeholder', hint },
          { at: '12:44-12:56', message: '“{first_name}” is a placeholder', hint },
        ],
      },
      {
        sample: sampleEssay('- XX years in sales, $XXm'),
        finds: [
          { at: '10:3-10:11', message: '“XX years” is a placeholder', hint },
          { at: '10:22-10:26', message: '“$XXm” is a placeholder', hint },
        ],
      },
      {
        sample: sampleFrontMatter('title: "[your title here]"\nnumber: 1\ndate: 2026-11-23'),
        finds: [{ at: '2:9-2:26', message: '“[your title here]” is a placeholder', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, place } of [...findInSource(issue, mailchimp), ...findInReadableText(issue, left)]) {
      yield { place, message: `${quote(text)} is a placeholder`, hint };
    }
  },
};
