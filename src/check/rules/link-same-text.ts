import { findTextLinks, type TextLink } from '../links/find-text-links.ts';
import { isGenericText } from '../links/is-generic-text.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { foldCase } from '../search/fold-case.ts';

export const linkSameText: Rule = {
  name: 'link/same-text',
  severity: 'note',
  what: 'Two links of one issue have the same text, and lead to different addresses.',
  why: 'In a list of links, as screen readers show it, nobody can tell them apart.',
  fix: 'Say in each what is different, or give both the same address.',
  samples: () => ({
    good: [
      sampleEssay(
        '[the report](https://penny.example/pay), [The Report](http://www.penny.example/pay/?utm_source=penny#top), [the pay report](https://penny.example/all)',
      ),
      sampleEssay(
        '[email me](mailto:hello@penny.example?subject=a), [email me](mailto:hello@penny.example?subject=b)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay(
          '[the report](https://penny.example/2025) is out, and\n[the report](https://penny.example/2026), too',
        ),
        finds: [
          {
            at: '11:2-11:12',
            message: '“the report” leads somewhere else than in line 10',
            hint: 'say in each what is different, or give both the same address',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const first = new Map<string, TextLink>();
    for (const link of findTextLinks(issue)) {
      const text = foldCase(link.text);
      // Generic words have a finding of their own.
      if (text === '' || link.address === '' || isGenericText(text)) continue;
      const known = first.get(text) ?? link;
      first.set(text, known);
      if (destination(known.address) === destination(link.address)) continue;
      yield {
        place: link.textPlace,
        message: `${quote(link.text)} leads somewhere else than in line ${known.textPlace.line}`,
        hint: 'say in each what is different, or give both the same address',
      };
    }
  },
};

/** An address without what makes no other page of it. */
function destination(address: string): string {
  const isMail = /^mailto:/i.test(address);
  const [page = '', query = ''] = (address.split('#', 1)[0] ?? '').split('?');
  const kept = isMail
    ? []
    : query.split('&').filter((part) => !/^(?:utm_|gh_src=|lever-source=|$)/i.test(part));
  const start = page.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
  const [host = '', ...path] = start.split('/');
  return [[host.toLowerCase(), ...path.filter((part) => part !== '')].join('/'), ...kept].join('&');
}
