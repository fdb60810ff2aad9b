import { findInReadableText } from '../reading/readable-text.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay, sampleFrontMatter } from '../sample.ts';

const names: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u034f': 'grapheme joiner',
  '\u115f': 'Hangul filler',
  '\u1160': 'Hangul filler',
  '\u180e': 'Mongolian vowel separator',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2060': 'word joiner',
  '\u3164': 'Hangul filler',
  '\ufeff': 'byte order mark',
  '\uffa0': 'Hangul filler',
};

const marks = new RegExp(`${Object.keys(names).join('|')}|[\\u{e0020}-\\u{e007f}]+`, 'gu');
const joins =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|[\u{e0020}-\u{e007f}]/u;
/** Scripts in which joiners and marks belong to the spelling. */
const joining =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Mongolian}]/u;

export const textInvisible: Rule = {
  name: 'text/invisible',
  severity: 'warning',
  what: 'The text holds a character that nobody sees, such as a zero-width space or a soft hyphen.',
  why: 'It came along with a paste: searches miss the word, some mail programs show a box, and mail filters know the trick.',
  fix: 'Delete it: put the cursor behind the place and press backspace until a letter would go.',
  samples: {
    good: [sampleEssay('👩‍💻 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿, می‌خواهم, क्‍ष, שלום\u200f!, ❤️ — fine')],
    bad: [
      {
        sample: sampleEssay('scale\u200bup and over\u00adindexing'),
        finds: [
          {
            at: '10:6-10:7',
            message: 'a character that nobody sees stands here: zero-width space (U+200B)',
            hint: 'delete it, or type the word anew',
          },
          {
            at: '10:18-10:19',
            message: 'a character that nobody sees stands here: soft hyphen (U+00AD)',
            hint: 'delete it, or type the word anew',
          },
        ],
      },
      {
        sample: sampleFrontMatter('title: two way\u2060 street\nnumber: 1\ndate: 2026-11-23'),
        finds: [
          {
            at: '2:15-2:16',
            message: 'a character that nobody sees stands here: word joiner (U+2060)',
            hint: 'delete it, or type the word anew',
          },
        ],
      },
    ],
  },
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const { text, place } of findInReadableText(issue, marks)) {
      const line = lines[place.line - 1] ?? '';
      const around = [...line.slice(0, place.column - 1)]
        .slice(-1)
        .concat([...line.slice(place.endColumn - 1)].slice(0, 1));
      if (around.some((neighbour) => joins.test(neighbour) || joining.test(neighbour))) continue;
      yield {
        place,
        message: `a character that nobody sees stands here: ${describe(text)}`,
        hint: 'delete it, or type the word anew',
      };
    }
  },
};

function describe(mark: string): string {
  const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${names[mark] ?? 'tag character'} (U+${code})`;
}
