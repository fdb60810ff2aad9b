import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { ActiveCandidate, Block, Essay, Issue, OpenRole } from '../../src/issue/issue.ts';
import type { Slot, Slotted } from '../../src/render/edition.ts';
import type { Letterhead } from '../../src/render/letterhead.ts';
import { completeLabels } from '../../src/workspace/labels-schema.ts';
import { loadTemplates } from '../../src/workspace/load-templates.ts';

/** The package's own templates. */
export const templates = loadTemplates('there is no such folder').all;

export const letterhead: Letterhead = {
  name: 'penny for my thoughts',
  url: 'https://penny.example',
  language: 'en',
  sender: {
    name: 'penny',
    address: 'hello@penny.example',
    replyTo: 'hello@penny.example',
    postalAddress: '1 Market St, San Francisco, CA 94105, USA',
  },
  labels: completeLabels('penny for my thoughts'),
  theme: {
    accent: '#1652a8',
    colors: { light: {}, dark: {} },
    fonts: { text: 'sans', essay: 'serif' },
    width: 600,
    radius: 8,
  },
  images: 'hosted',
};

export function markdown(source: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(source);
}

export function issueWith(blocks: readonly Block[], changes: Partial<Issue> = {}): Issue {
  return {
    file: 'issues/007-sample.md',
    source: '',
    pictures: new Map(),
    number: 7,
    slug: 'sample',
    date: '2026-11-23',
    title: 'a sample issue',
    subject: 'a sample issue',
    tags: [],
    language: 'en',
    draft: false,
    introduction: markdown(''),
    blocks,
    ...changes,
  };
}

export function role(changes: Partial<OpenRole> = {}): OpenRole {
  return {
    kind: 'openRole',
    id: 'vp-of-sales',
    title: 'vp of sales',
    status: 'open',
    apply: 'https://jobs.example.com/vp-of-sales',
    posted: '2026-11-23',
    cta: { lead: 'interested?', label: 'apply here' },
    body: markdown('- running a team of 15+'),
    ...changes,
  };
}

export function candidate(changes: Partial<ActiveCandidate> = {}): ActiveCandidate {
  return {
    kind: 'activeCandidate',
    id: 'c1',
    title: 'vp of sales',
    status: 'active',
    contact: 'hello@penny.example',
    web: false,
    cta: { lead: 'want to chat with them?', label: 'email me' },
    body: markdown('- 15 years in sales'),
    ...changes,
  };
}

/** An essay without a TL;DR box. */
export function essay(source: string, title = 'penny for my thoughts'): Essay {
  return { kind: 'essay', title, parts: [{ kind: 'text', children: markdown(source).children }] };
}

/** Fills every slot; the delivery room does this with escaping. */
export function fillSlots(slotted: Slotted, fill: (slot: Slot) => string = (slot) => slot.tag): string {
  return slotted.map((part) => (typeof part === 'string' ? part : fill(part))).join('');
}

export function slotsOf(slotted: Slotted): Slot[] {
  return slotted.filter((part) => typeof part !== 'string');
}

/** What is left of HTML when its tags are taken out and its character references are read. */
export function textContent(html: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    nbsp: '\u{a0}',
    zwnj: '\u{200c}',
  };
  return html
    .replaceAll(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<[^>]*>/g, '')
    .replaceAll(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replaceAll(/&(\w+);/g, (reference, name: string) => named[name] ?? reference);
}
