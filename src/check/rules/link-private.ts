import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import { isPrivateHost } from '../links/is-private-host.ts';
import { isPlaceholder } from '../links/link-address.ts';
import { readWebAddress, type WebAddress, withoutWww } from '../links/read-web-address.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

/** Pages for whoever is logged in, on hosts that have pages for everybody, too. */
const ownPages: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /^docs\.google\.com$/, path: /\/edit\/?$|^\/(?:[a-z]+\/)?u\/\d/ },
  { host: /^drive\.google\.com$/, path: /^\/(?!file\/d\/[^/]+\/preview|uc$|thumbnail$)./ },
  { host: /^mail\.google\.com$/, path: /^/ },
  { host: /^calendar\.google\.com$/, path: /^\/calendar\/(?:u\/\d+\/)?r(?:\/|$)/ },
  { host: /^outlook\.(?:office|office365|live)\.com$/, path: /^\/(?:mail|owa\/?$|calendar\/(?!published))/ },
  { host: /^notion\.so$/, path: /[\da-f]{32}$/ },
  { host: /^figma\.com$/, path: /^\/(?:file|design|board)\// },
  { host: /^canva\.com$/, path: /^\/design\/.*\/edit$/ },
  {
    host: /^linkedin\.com$/,
    path: /^\/(?:feed\/?$|messaging|mynetwork|notifications|talent\/|recruiter\/|sales\/)/,
  },
  { host: /^dropbox\.com$/, path: /^\/(?:home|work)(?:\/|$)/ },
  { host: /^(?:hire\.lever\.co|app\d*\.greenhouse\.io|app\.ashbyhq\.com|app\.slack\.com)$/, path: /^/ },
];

const openPrivately = 'open it in a private window, and share it as a page that everybody can open';

export const linkPrivate: Rule = {
  name: 'link/private',
  severity: 'warning',
  what: 'A link leads to a page that opens for you and perhaps for nobody else: a document to edit, your mailbox, your feed, your network.',
  why: 'Readers meet a login or a request for access, and each such request lands with you.',
  fix: 'Open the link in a private window. If it does not open there, publish the page, and paste that address.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://docs.google.com/document/d/e/1a2b/pub) [b](https://docs.google.com/forms/d/e/1a2b/viewform) [c](https://www.linkedin.com/feed/update/urn:li:activity:71/) [d](https://penny.notion.site/pay) [e](https://www.notion.so/help/edit) [f](https://calendar.google.com/calendar/appointments/a) [g](https://corp.example) [h](https://172.32.0.1) [i](https://boards.greenhouse.io/penny) [j](https://www.dropbox.com/s/1a2b/pay.pdf)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay(
          'here is [my list of questions](https://docs.google.com/document/d/1a2b3c/edit?usp=sharing)',
        ),
        finds: [
          {
            at: '10:40-10:55',
            message: '“docs.google.com” may open this page for you alone',
            hint: openPrivately,
          },
        ],
      },
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://wiki.corp/vp\n---\n\n- [a](http://192.168.1.7:8080/a) [b](https://www.linkedin.com/feed/)',
        ),
        finds: [
          {
            at: '9:16-9:25',
            message: '“wiki.corp” is known in one network alone',
            hint: 'paste the address that works from anywhere',
          },
          {
            at: '12:14-12:25',
            message: '“192.168.1.7” is known in one network alone',
            hint: 'paste the address that works from anywhere',
          },
          {
            at: '12:46-12:62',
            message: '“www.linkedin.com” may open this page for you alone',
            hint: openPrivately,
          },
        ],
      },
      {
        sample: sampleEssay('[vp of sales](https://app2.greenhouse.io/sdash/1234)'),
        finds: [
          {
            at: '10:23-10:41',
            message: '“app2.greenhouse.io” may open this page for you alone',
            hint: openPrivately,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const web = readWebAddress(found.address);
      if (web === undefined || isPlaceholder(found.address)) continue;
      const place = placeOfPart(found, web.hostStart, web.host.length);
      if (isPrivateHost(web.host)) {
        const message = `${quote(web.host)} is known in one network alone`;
        yield { place, message, hint: 'paste the address that works from anywhere' };
      } else if (isOwnPage(web)) {
        yield { place, message: `${quote(web.host)} may open this page for you alone`, hint: openPrivately };
      }
    }
  },
};

function isOwnPage({ host, path }: WebAddress): boolean {
  return ownPages.some((page) => page.host.test(withoutWww(host)) && page.path.test(path));
}
