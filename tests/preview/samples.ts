import type { Letter } from '../../src/preview/letter.ts';
import type {
  BrokenIssue,
  PreviewEntry,
  PreviewFinding,
  RenderedIssue,
} from '../../src/preview/preview-source.ts';
import { loadTemplates } from '../../src/workspace/load-templates.ts';

/** The package's own templates. */
export const assets = loadTemplates('there is no such folder').all;

export const entry: PreviewEntry = {
  slug: 'one',
  number: 1,
  title: 'are interviews really a two way street?',
  file: 'issues/001-one.md',
};

/** A whole document, long enough to scroll in, with what follows the scheme of the screen. */
export function documentWith(body: string): string {
  const paragraphs = '<p>some text</p>'.repeat(100);
  const style = `:root { color-scheme: light dark } body { background: #ffffff }
    @media (prefers-color-scheme: dark) { body { background: #1a1d21 } }`;
  return `<!doctype html><html lang="en"><head><title>sample</title><style>${style}</style></head><body>${body}${paragraphs}</body></html>`;
}

export const letter: Letter = {
  addressee: { address: 'hello@penny.example' },
  from: { name: 'penny', address: 'hello@penny.example' },
  subject: 'are interviews really a two way street?',
  preheader: 'who really has control?',
  html: documentWith('<h1>the email</h1>'),
  text: 'the text\n\nof the issue',
  message: async () => Buffer.from('Subject: are interviews really a two way street?\r\n\r\nthe text'),
  details: async () => ({
    replyTo: 'reply@penny.example',
    listHeaders: [{ name: 'List-ID', value: '<newsletter.penny.example>' }],
    words: 1234,
    minutes: 5,
    roles: 2,
    candidates: 1,
    links: [
      { label: 'apply here', address: 'https://jobs.example.com/vp', under: 'open role: vp of sales' },
      { label: 'unsubscribe', address: 'https://penny.example/unsubscribe/sample', under: 'at the foot' },
    ],
    htmlBytes: 17_244,
    textBytes: 4868,
    tags: [
      { tag: 'firstName', fallback: 'there', parts: ['subject', 'email'], value: 'li' },
      { tag: 'fields.city', parts: ['text'], value: '[no city]' },
    ],
  }),
};

type Changes = Partial<Omit<RenderedIssue, 'kind'> & Letter> & {
  readonly findings?: readonly PreviewFinding[];
};

/** An issue whose letter is the same for every reader, unless a change says how it is written. */
export function rendered(changes: Changes = {}): RenderedIssue {
  const {
    entry: own = entry,
    web,
    pictures = new Map(),
    findings = [],
    check: _,
    letterFor,
    mayBeShown,
    ...ofLetter
  } = changes;
  return {
    kind: 'rendered',
    entry: own,
    web: web ?? documentWith('<h1>the page</h1>'),
    pictures,
    check: async () => findings,
    letterFor: letterFor ?? (async () => ({ ...letter, ...ofLetter })),
    mayBeShown: mayBeShown ?? (async () => true),
  };
}

export const finding: PreviewFinding = {
  file: 'issues/001-one.md',
  line: 12,
  column: 8,
  endLine: 12,
  endColumn: 24,
  severity: 'error',
  rule: 'role/apply-address',
  message: 'apply is not a link',
  hint: 'write https://jobs.example.com',
  sourceLine: 'apply: jobs.example.com',
};

export const warning: PreviewFinding = {
  ...finding,
  severity: 'warning',
  rule: 'text/todo',
  message: '“TK” is left in the text',
};

export const note: PreviewFinding = { ...finding, severity: 'note', rule: 'mail/preheader-long' };

export function broken(changes: Partial<BrokenIssue> = {}): BrokenIssue {
  return { kind: 'broken', entry, findings: [finding], ...changes };
}
