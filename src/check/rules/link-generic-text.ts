import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findTextLinks } from '../links/find-text-links.ts';
import { isGenericText } from '../links/is-generic-text.ts';
import { placeOfField } from '../reading/field-place.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

const hint = 'say where it leads, such as [the pay report](https://…)';

export const linkGenericText: Rule = {
  name: 'link/generic-text',
  severity: 'warning',
  what: 'The text of a link is only “here”, “click here”, “this link”, “read more” or the like, in an issue in English.',
  why: 'Screen readers list the links without the sentence around them, and people who skim read nothing else.',
  fix: 'Link the words that say where it leads, such as “the pay report”.',
  samples: () => ({
    good: [
      sampleEssay(
        '[here is the pay report](https://penny.example/pay), [more on pay](https://penny.example/more)',
      ),
      sampleEssay(
        '[→](https://penny.example) [this week](https://penny.example/this), click [😀 here’s mine][me]\n\n[me]: https://penny.example/me',
      ),
      sampleBlock(
        '---active candidate\ntitle: vp of sales\ncta: { lead: want more?, label: email me }\n---\n\n- series a',
      ),
      {
        files: {
          'issues/001-sample.md':
            '---\ntitle: a\nnumber: 1\ndate: 2026-11-23\nlang: de\n---\n\n---penny for my thoughts\n---\n\nzum [Link](https://penny.example)\n',
        },
        excerpt: 'zum [Link](https://penny.example)',
      },
    ],
    bad: [
      {
        sample: sampleEssay(
          'i wrote about pay [here](https://penny.example/pay). [**Read more** →][more]\n\n[more]: https://penny.example/more',
        ),
        finds: [
          { at: '10:20-10:24', message: '“here” does not say where this link leads', hint },
          { at: '10:55-10:70', message: '“Read more →” does not say where this link leads', hint },
        ],
      },
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://jobs.example.com/vp\ncta: { lead: interested?, label: click here }\n---\n\n- series a',
        ),
        finds: [
          {
            at: '10:34-10:44',
            message: '“click here” does not say where this link leads',
            hint: 'say what happens there, such as apply here',
          },
        ],
      },
    ],
  }),
  *check(context) {
    if (!isEnglish(context)) return;
    for (const { text, place, hint } of findLinkTexts(context.issue)) {
      if (!isGenericText(text)) continue;
      yield { place, message: `${quote(text.trim())} does not say where this link leads`, hint };
    }
  },
};

function findLinkTexts(issue: WrittenIssue): { text: string; place: Place; hint: string }[] {
  const links = findTextLinks(issue).map(({ text, textPlace }) => ({ text, place: textPlace, hint }));
  const labels = issue.blocks.flatMap((block) => {
    const label = block.kind === 'essay' ? undefined : block.fields.cta?.label;
    if (label === undefined) return [];
    const hint = `say what happens there, such as ${block.kind === 'openRole' ? 'apply here' : 'email me'}`;
    return [{ text: label, place: placeOfField(block, 'cta.label'), hint }];
  });
  return [...links, ...labels];
}
