import { findTextLinks } from '../links/find-text-links.ts';
import { countCharacters } from '../markdown/list-items.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const most = 70;
const hint = 'link a few words to it: [the pay report](https://…)';

export const linkLongBare: Rule = {
  name: 'link/long-bare',
  severity: 'note',
  what: `A web address of more than ${most} characters stands in the text as it is.`,
  why: 'On a telephone it fills several lines, and a screen reader spells it out.',
  fix: 'Link a few words to it instead.',
  samples: () => ({
    good: [
      sampleEssay(
        `https://penny.example/${'a'.repeat(48)} [the pay report](https://penny.example/${'a'.repeat(90)}) \`https://penny.example/${'a'.repeat(90)}\``,
      ),
    ],
    bad: [
      {
        sample: sampleEssay(
          'all of it: https://reports.penny.example/2026/what-sales-leaders-were-really-paid-this-year?utm_source=penny',
        ),
        finds: [{ at: '10:12-10:109', message: 'this address is 97 characters of text', hint }],
      },
      {
        sample: sampleEssay(`[www.penny.example/${'é'.repeat(60)}](https://penny.example/a)`),
        finds: [{ at: '10:2-10:80', message: 'this address is 78 characters of text', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, textPlace } of findTextLinks(issue)) {
      if (text.length <= most || !/^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(text)) continue;
      const length = countCharacters(text.trim());
      if (length > most)
        yield { place: textPlace, message: `this address is ${length} characters of text`, hint };
    }
  },
};
