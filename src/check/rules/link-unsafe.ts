import { candidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { findPictures } from '../images/find-pictures.ts';
import { brokenStartOf } from '../links/broken-start.ts';
import { isPlaceholder, isPublishable } from '../links/link-address.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const bareHost = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?=[/?#:]|$)/u;
const fileName = /\.(?:html?|md|txt|pdf|docx?|pptx?|xlsx?|png|jpe?g|gif|svg|webp|avif|heic)$/i;
const withoutImage = 'delete it, and say in words what it shows';
const wholeAddress = 'write the whole address, such as https://penny.example/page';

export const linkUnsafe: Rule = {
  name: 'link/unsafe',
  severity: 'error',
  what: 'A link or an image has an address other than `https:`, `http:`, `mailto:` or `tel:`.',
  why: 'A mail has no page around it, so a relative address leads nowhere; every other kind is dropped by mail programs, or can run code.',
  fix: 'Write the whole address with `https://` or `mailto:` in front.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://penny.example) [b](http://penny.example) [c](mailto:hello@penny.example) [d](tel:+14155550100)\n\n[e](https:/penny.example), which has another finding',
      ),
    ],
    bad: [
      {
        sample: sampleEssay(
          '[a](javascript:alert(1)) [b](//jobs.penny.example/vp) [c](/about) [d](#tldr)\n\n![e](data:image/png;base64,AA==)',
        ),
        finds: [
          { at: '10:1-10:25', message: 'javascript: links are not published', hint: wholeAddress },
          {
            at: '10:26-10:54',
            message: 'no https: in front',
            hint: 'did you mean https://jobs.penny.example/vp?',
          },
          { at: '10:55-10:66', message: '“/about” leads nowhere from a mail', hint: wholeAddress },
          { at: '10:67-10:77', message: '“#tldr” leads nowhere from a mail', hint: wholeAddress },
          { at: '12:1-12:33', message: 'data: links are not published', hint: wholeAddress },
        ],
      },
      {
        sample: sampleEssay(
          'see [vp of sales], or write to [me]\n\n[vp of sales]: jobs.penny.example/vp\n[me]: hello@penny.example',
        ),
        finds: [
          {
            at: '12:1-12:37',
            message: 'no https:// in front',
            hint: 'did you mean https://jobs.penny.example/vp?',
          },
          {
            at: '13:1-13:26',
            message: 'no mailto: in front',
            hint: 'did you mean mailto:hello@penny.example?',
          },
        ],
      },
      {
        sample: sampleEssay(
          '[a](李.example/a) [b](me@penny.example?subject=hi) ![c](penny.example/c.png) [d](ftp://penny.example)',
        ),
        finds: [
          {
            at: '10:1-10:17',
            message: 'no https:// in front',
            hint: 'did you mean https://李.example/a?',
          },
          {
            at: '10:18-10:50',
            message: 'no mailto: in front',
            hint: 'did you mean mailto:me@penny.example?subject=hi?',
          },
          {
            at: '10:51-10:76',
            message: 'no https:// in front',
            hint: 'did you mean https://penny.example/c.png?',
          },
          { at: '10:77-10:101', message: 'ftp: links are not published', hint: wholeAddress },
        ],
      },
      {
        sample: sampleCandidate('- 15 years in sales\n\n![at work](/c1.jpg)'),
        finds: [{ at: '13:1-13:20', message: '“/c1.jpg” leads nowhere from a mail', hint: withoutImage }],
      },
    ],
  }),
  *check({ issue }) {
    const ofCandidates = new Set(
      findNodes(onlyBlocks(issue, candidatesOf(issue)), 'image').map(({ node }) => node),
    );
    const pictures = new Set(findPictures(issue).map(({ address }) => address));
    for (const { node, place } of findNodes(issue, 'link', 'image', 'definition')) {
      // Whether the file is there is another rule’s question.
      if (node.type !== 'link' && pictures.has(node.url)) continue;
      if (isPublishable(node.url) || isPlaceholder(node.url) || brokenStartOf(node.url) !== undefined)
        continue;
      const { message, hint } = judge(node.url);
      const showsPerson = node.type === 'image' && ofCandidates.has(node);
      yield { place, message, hint: showsPerson ? withoutImage : hint };
    }
  },
};

function judge(address: string): { message: string; hint: string } {
  if (/^\/\/[^\s/]/.test(address)) return missing('https:', address);
  if (/^[^\s/?#:@]+@[^\s/?#:@]+\.[^\s/?#:@.]+(?:\?|$)/.test(address)) return missing('mailto:', address);
  const [host] = bareHost.exec(address) ?? [];
  if (host !== undefined && (host !== address || !fileName.test(host))) return missing('https://', address);
  const scheme = /^[a-z][a-z0-9+-]*:/i.exec(address)?.[0];
  if (scheme !== undefined) return { message: `${scheme} links are not published`, hint: wholeAddress };
  return { message: `${quote(address)} leads nowhere from a mail`, hint: wholeAddress };
}

function missing(start: string, address: string): { message: string; hint: string } {
  return { message: `no ${start} in front`, hint: `did you mean ${start}${address}?` };
}
