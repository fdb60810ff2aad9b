import { findTextLinks } from '../links/find-text-links.ts';
import { isPlaceholder } from '../links/link-address.ts';
import { readWebAddress } from '../links/read-web-address.ts';
import { quote } from '../reading/quote.ts';
import { findBoardToken } from '../roles/find-board-token.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

/** Only endings that are no kind of file, so that notes.md and node.js stay words. */
const bareDomain =
  /^(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|ai|co|dev|app|eu|uk|de|at|ch|fr|es|it|nl|be|pl|se|dk|fi|us|ca|au|nz|jp|cn|br|mx|info|biz|jobs|careers|example)$/iu;

/** Words that only look like a domain. */
const technologies: ReadonlySet<string> = new Set(['asp.net', 'ado.net', 'vb.net', 'ml.net', 'socket.io']);

/** One site under two names. */
const otherNames: Readonly<Record<string, string>> = {
  'youtu.be': 'youtube.com',
  'twitter.com': 'x.com',
  'fb.com': 'facebook.com',
  'lnkd.in': 'linkedin.com',
  'notion.site': 'notion.so',
};

export const linkTextMismatch: Rule = {
  name: 'link/text-mismatch',
  severity: 'error',
  what: 'The text of a link is a web address, and the link leads to another site.',
  why: 'That is how phishing looks: mail programs warn of it, and filters sort the mail out.',
  fix: 'Put words there instead, or the address of the site to which the link leads.',
  samples: () => ({
    good: [
      sampleEssay(
        '[penny.example/pay](https://www.penny.example/pay) [www.penny.example](http://jobs.penny.example) [jobs.penny.example](https://talks.penny.example) [youtube.com](https://youtu.be/a) [bücher.example](https://xn--bcher-kva.example)',
      ),
      sampleEssay(
        '[node.js](https://penny.example/node) [asp.net](https://penny.example) [notes.md](https://penny.example/a.md) [see penny.example](https://talks.example.org) [hello@penny.example](mailto:hello@penny.example)',
      ),
      sampleEssay('they hire: [penny.example](https://jobs.lever.co/penny/1a2b)'),
    ],
    bad: [
      {
        sample: sampleEssay('the numbers: [penny.example/pay](https://pages.example.org/pay)'),
        finds: [
          {
            at: '10:15-10:32',
            message: 'this says “penny.example” and leads to “pages.example.org”',
            hint: 'put words there instead, such as [the pay report](https://…)',
          },
        ],
      },
      {
        sample: sampleEssay(
          '[**https://李.example**](https://penny.example) [jobs.example.com](https://penny.example/jobs) [Example.net][a]\n\n[a]: https://jobs.example.org',
        ),
        finds: [
          {
            at: '10:2-10:23',
            message: 'this says “李.example” and leads to “penny.example”',
            hint: 'put words there instead, such as [the pay report](https://…)',
          },
          {
            at: '10:49-10:65',
            message: 'this says “jobs.example.com” and leads to “penny.example”',
            hint: 'put words there instead, such as [the pay report](https://…)',
          },
          {
            at: '10:96-10:107',
            message: 'this says “example.net” and leads to “jobs.example.org”',
            hint: 'put words there instead, such as [the pay report](https://…)',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, address, textPlace } of findTextLinks(issue)) {
      const said = hostOfText(text.trim());
      const real = readWebAddress(address)?.host;
      if (said === undefined || real === undefined || isSameSite(said, real) || isPlaceholder(address))
        continue;
      // A company whose name is a domain, and the board on which it hires.
      if (bareDomain.test(text.trim()) && findBoardToken(address) !== undefined) continue;
      yield {
        place: textPlace,
        message: `this says ${quote(said)} and leads to ${quote(real)}`,
        hint: 'put words there instead, such as [the pay report](https://…)',
      };
    }
  },
};

/** The host that a reader takes a whole text for; undefined when it is just words. */
function hostOfText(text: string): string | undefined {
  if (/\s/.test(text) || text.includes('@')) return undefined;
  if (/^(?:https?:\/\/|www\.)/i.test(text)) return readWebAddress(text)?.host;
  const [host = ''] = text.split(/[/?#:]/, 1);
  if (!bareDomain.test(host) || technologies.has(host.toLowerCase())) return undefined;
  return host.toLowerCase();
}

function isSameSite(said: string, real: string): boolean {
  return said === real || siteOf(said) === siteOf(real);
}

/** The part of a host that somebody registered: `penny.example` of `jobs.penny.example`. */
function siteOf(host: string): string {
  // The same host in letters and in the form that networks use.
  const labels = (URL.parse(`https://${host}`)?.hostname ?? host).replace(/\.$/, '').split('.');
  const isTwoPart =
    /^(?:com?|net|org|gov|edu|ac|or|ne)$/.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2;
  const site = labels.slice(isTwoPart ? -3 : -2).join('.');
  return otherNames[site] ?? site;
}
