import {
  findCandidateLinks,
  findOwnPages,
  findSpeltPages,
  hostOf,
  isPersonalPage,
} from '../candidates/candidate-links.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { isPlaceholder } from '../links/link-address.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { isWithin } from '../reading/is-within.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';

const hint = 'say in words what is behind it, such as “spoke at three conferences”, and delete the link';

export const candidateLink: Rule = {
  name: 'candidate/link',
  severity: 'warning',
  what: 'An active candidate has a link that does not lead to your own pages.',
  why: 'A talk, an article or a company’s page is mostly enough to find the person.',
  fix: 'Say in words what is behind it, and delete the link.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- like the one in [issue 7](https://penny.example/7), `www.penny.example`\n- hired by email: hello@penny.example, node.js/express, salesforce.com, asp.net/c, sold through the dot com, penny dot org charts\n- ![a](https://cdn.example.net/a.png)',
      ),
    ],
    bad: [
      {
        sample: sampleCandidate('- gave [this talk](https://talks.example.org/2019/keynote)'),
        finds: [
          {
            at: '11:20-11:58',
            message: '“https://talks.example.org/2019/keynote” can lead to the person',
            hint,
          },
        ],
      },
      {
        sample: sampleCandidate(
          '- see www.jane.example.net.\n- and [her site]\n\n[her site]: http://jane.example.org/?a=b',
        ),
        finds: [
          { at: '11:7-11:27', message: '“www.jane.example.net” can lead to the person', hint },
          { at: '14:13-14:41', message: '“http://jane.example.org/?a=b” can lead to the person', hint },
        ],
      },
      {
        sample: sampleCandidate('- portfolio: jane-doe.design, notes.example.org/jane'),
        finds: [
          { at: '11:14-11:29', message: '“jane-doe.design” can lead to the person', hint },
          { at: '11:31-11:53', message: '“notes.example.org/jane” can lead to the person', hint },
        ],
      },
      {
        sample: sampleCandidate('- janeq.dev, jane-q.netlify.app\n- blog janeq.com, cv: janeq-cv.pdf'),
        finds: [
          { at: '11:3-11:12', message: '“janeq.dev” can lead to the person', hint },
          { at: '11:14-11:32', message: '“jane-q.netlify.app” can lead to the person', hint },
          { at: '12:8-12:17', message: '“janeq.com” can lead to the person', hint },
          { at: '12:23-12:35', message: '“janeq-cv.pdf” can lead to the person', hint },
        ],
      },
      {
        sample: sampleCandidate('- 15 years in sales, janeq dot com'),
        finds: [{ at: '11:22-11:35', message: '“janeq dot com” can lead to the person', hint }],
      },
    ],
  }),
  *check({ issue, newsletter }) {
    // An image has a finding of its own.
    const images = findNodes(issue, 'image').map((image) => image.place);
    const ownPages = findOwnPages(issue).map((page) => page.place);
    for (const { text, place } of findCandidateLinks(issue)) {
      if (!isAddress(text) && !ownPages.some((page) => isWithin(page, place))) continue;
      if (hostOf(text) === hostOf(newsletter.url)) continue;
      if (isPersonalPage(text) || isPlaceholder(text) || images.some((image) => isWithin(place, image)))
        continue;
      yield { place, message: `${quote(text)} can lead to the person`, hint };
    }
    for (const { text, place } of findSpeltPages(issue)) {
      if (hostOf(text.replace(/ dot /i, '.')) === hostOf(newsletter.url)) continue;
      yield { place, message: `${quote(text)} can lead to the person`, hint };
    }
  },
};

/** A host without a path can be a company, or a library such as `node.js`. */
function isAddress(text: string): boolean {
  if (/^(?:https?:\/\/|www\.)/i.test(text)) return true;
  if (ownHost.test(text) || hosted.test(text) || document.test(text)) return !library.test(text);
  return /^[^/]+\//.test(text) && !library.test(text);
}

/** Endings under which people have pages of their own, and hardly any company. */
const ownHost =
  /^[\p{L}\p{N}-]+\.(?:bio|blog|cv|design|dev|me|name|page|portfolio|photography|resume|works)(?:[/?#]|$)/iu;
/** Where anybody can have a page. */
const hosted =
  /^[\p{L}\p{N}-]+\.(?:netlify\.app|vercel\.app|web\.app|firebaseapp\.com|herokuapp\.com|onrender\.com|pages\.dev|fly\.dev|surge\.sh|glitch\.me|replit\.app|notion\.site|super\.site|framer\.(?:ai|site|website)|webflow\.io|wixsite\.com|squarespace\.com|weebly\.com|wordpress\.com|blogspot\.com|tumblr\.com|ghost\.io|journoportfolio\.com)(?:[/?#]|$)/iu;
const document = /\.(?:docx?|odt|pdf|rtf)$/i;
const library =
  /^(?:[\p{L}\p{N}-]+\.js|asp\.net)\/|^(?:angular|dart|expo|flutter|go|kotlin|react|svelte|vite|web)\.dev(?:[/?#]|$)/iu;
