import type { WrittenIssue } from '../../issue/issue.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { isWithin } from '../reading/is-within.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findInLines, type LineMatch } from '../search/find-in-lines.ts';

/** Words in brackets with an address behind them that has a space in it; behind the space of a link stands its title. */
const broken =
  /(?<=(?<!\\)\[[^[\]\n]{1,200}\]\()(?:https?:\/\/|www\.|mailto:)[^()\s<>]*[ \t]+(?!["'(\s])[^()\n<>]{0,200}(?=\))/giu;

export const linkSpace: Rule = {
  name: 'link/space',
  severity: 'error',
  what: 'The address of a link has a space in it, so that for markdown it is no link.',
  why: 'Readers would see the brackets and the address as they stand in your file.',
  fix: 'Take the space out, or write `%20` where the address really has one.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://penny.example/a%20b), [b](https://penny.example "a study"), [c](<https://penny.example/a b>)',
      ),
      sampleEssay(
        '`[a](https://penny.example/a b)`, \\[a](https://penny.example/a b), (https://penny.example a)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('see [the study](https://penny.example/my study) first'),
        finds: [
          {
            at: '10:17-10:47',
            message: '“https://penny.example/my study” has a space in it, and is no link',
            hint: 'take the space out, or write https://penny.example/my%20study',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, place } of findBroken(issue)) {
      yield {
        place,
        message: `${quote(text)} has a space in it, and is no link`,
        hint: `take the space out, or write ${text.trim().replaceAll(/\s+/g, '%20')}`,
      };
    }
  },
};

function findBroken(issue: WrittenIssue): readonly LineMatch[] {
  const lines = issue.source.split('\n');
  const others = findNodes(issue, 'inlineCode', 'link').map(({ place }) => place);
  return findNodes(issue, 'paragraph', 'heading', 'tableCell')
    .flatMap(({ place }) => findInLines(lines, place, broken))
    .filter(({ place }) => !others.some((other) => isWithin(place, other)));
}
