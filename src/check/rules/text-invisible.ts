import type { WrittenIssue } from '../../issue/issue.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay, sampleFrontMatter } from '../sample.ts';
import { findInLines, type LineMatch } from '../search/find-in-lines.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';

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
/** What stands beside a joiner or a tag in an emoji of several characters. */
const emoji =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|[\u{e0020}-\u{e007f}]/u;
/** Scripts in which joiners and marks belong to the spelling. */
const joining =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Mongolian}]/u;
/** Scripts without spaces, in which a zero-width space parts words. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
/** Direction marks may stand some punctuation away from the letters that they are about. */
const reach = 20;

export const textInvisible: Rule = {
  name: 'text/invisible',
  severity: 'warning',
  what: 'The text or a link holds a character that nobody sees, such as a zero-width space or a soft hyphen.',
  why: 'It came along with a paste: searches miss the word, links lead nowhere, some mail programs show a box, and mail filters know the trick.',
  fix: 'Delete it: put the cursor behind the place and press backspace until a letter would go.',
  samples: () => ({
    good: [sampleEssay('👩‍💻 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿, می‌خواهم, क्‍ष, שלום\u200f!, abc\u200f (שלום), ภาษา\u200bไทย, ❤️ — fine')],
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
        sample: sampleEssay('[apply](https://penny.example/\u200bvp), 🚀\ufeff'),
        finds: [
          {
            at: '10:31-10:32',
            message: 'a character that nobody sees stands here: zero-width space (U+200B)',
            hint: 'delete it, or type the word anew',
          },
          {
            at: '10:39-10:40',
            message: 'a character that nobody sees stands here: byte order mark (U+FEFF)',
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
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    const found = [...findInReadableText(issue, marks), ...findInLinks(issue, lines)];
    const once = new Map(found.map((match) => [`${match.place.line}:${match.place.column}`, match]));
    for (const { text, place } of once.values()) {
      if (belongsThere(text, lines[place.line - 1] ?? '', place)) continue;
      yield {
        place,
        message: `a character that nobody sees stands here: ${describe(text)}`,
        hint: 'delete it, or type the word anew',
      };
    }
  },
};

/** Marks in addresses, and in the text that stands for an image. */
function findInLinks(issue: WrittenIssue, lines: readonly string[]): readonly LineMatch[] {
  return findNodes(issue, 'link', 'image', 'definition').flatMap(({ node, place }) => {
    const text = node.type === 'image' ? `${node.url} ${node.alt ?? ''}` : node.url;
    return text.search(marks) < 0 ? [] : findInLines(lines, place, marks);
  });
}

/** Looks at a few characters only, however long the line is. */
function belongsThere(mark: string, line: string, { column, endColumn }: LineMatch['place']): boolean {
  const before = line.slice(Math.max(0, column - 1 - reach), column - 1);
  const after = line.slice(endColumn - 1, endColumn - 1 + reach);
  const beside = [[...before].at(-1) ?? '', [...after][0] ?? ''];
  if (beside.some((neighbour) => joining.test(neighbour))) return true;
  if (mark === '\u200e' || mark === '\u200f') return rightToLeft.test(before + after);
  if (mark === '\u200b') return beside.some((neighbour) => unspaced.test(neighbour));
  const joinsEmoji = mark === '\u200d' || !Object.hasOwn(names, mark);
  return joinsEmoji && beside.some((neighbour) => emoji.test(neighbour));
}

function describe(mark: string): string {
  const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${names[mark] ?? 'tag character'} (U+${code})`;
}
