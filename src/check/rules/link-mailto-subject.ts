import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

export const linkMailtoSubject: Rule = {
  name: 'link/mailto-subject',
  severity: 'warning',
  what: 'The subject or the text of a `mailto:` link has `+` or a bare space where a space is meant.',
  why: 'Mail programs write the plus signs as they are, and some stop at the first space.',
  fix: 'Write `%20` for every space.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](mailto:hello+jobs@penny.example?subject=vp%20of%20sales) [b](mailto:hello@penny.example?subject=c++) [c](mailto:hello@penny.example?subject=a+b%20test&cc=me+a+b@penny.example) [d](https://penny.example?subject=a+b)',
      ),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: mailto:hello@penny.example?subject=vp+of+sales\n---\n\n- series a',
        ),
        finds: [
          {
            at: '9:43-9:54',
            message: 'this arrives as “vp+of+sales”',
            hint: 'write %20 for a space: vp%20of%20sales',
          },
        ],
      },
      {
        sample: sampleEssay('[a](<mailto:hello@penny.example?cc=me@penny.example&Body=who are you?>)'),
        finds: [
          {
            at: '10:58-10:70',
            message: 'some mail programs stop at the first space here',
            hint: 'write %20 for a space: who%20are%20you?',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      if (!/^mailto:[^?]*\?/i.test(found.address)) continue;
      let start = found.address.indexOf('?') + 1;
      for (const part of found.address.slice(start).split('&')) {
        const [name = ''] = /^(?:subject|body)=/i.exec(part) ?? [];
        const value = part.slice(name.length);
        const words = name === '' ? undefined : judge(value);
        if (words !== undefined)
          yield { place: placeOfPart(found, start + name.length, value.length), ...words };
        start += part.length + 1;
      }
    }
  },
};

function judge(value: string): { message: string; hint: string } | undefined {
  const hint = `write %20 for a space: ${value.trim().replaceAll(/ |(?<=[\p{L}\p{N},.:!?])\+(?=[\p{L}\p{N}])/gu, '%20')}`;
  if (value.trim().includes(' ')) return { message: 'some mail programs stop at the first space here', hint };
  // Who writes %20 as well means the plus sign.
  if (value.includes('%20') || !/[\p{L}\p{N},.:!?]\+[\p{L}\p{N}]/u.test(value)) return undefined;
  return { message: `this arrives as “${value}”`, hint };
}
