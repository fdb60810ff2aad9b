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

export function rendered(changes: Partial<RenderedIssue> = {}): RenderedIssue {
  return {
    kind: 'rendered',
    entry,
    from: { name: 'penny', address: 'hello@penny.example' },
    subject: 'are interviews really a two way street?',
    preheader: 'who really has control?',
    html: documentWith('<h1>the email</h1>'),
    web: documentWith('<h1>the page</h1>'),
    text: 'the text\n\nof the issue',
    findings: [],
    ...changes,
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
