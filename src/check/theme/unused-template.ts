import { posix } from 'node:path';
import { didYouMean } from '../../source/did-you-mean.ts';
import type { Finding } from '../../source/finding.ts';
import type { SampledRule } from '../rule.ts';
import type { Sample } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

const message = 'nothing uses this file';
const others = 'penny theme list shows the files there are';

export const unusedTemplate: SampledRule = {
  name: 'mail/unused-template',
  severity: 'warning',
  elsewhere: true,
  what: 'A file in templates/ stands in for none of the package’s, and no other one includes it.',
  why: 'Mails and pages are as if it were not there: mostly its name or its folder has a slip.',
  fix: 'Give it the name of the file that it is to stand in for; `penny theme list` shows them.',
  samples: () => ({
    good: [sampleTemplates({ 'templates/email/role.hbs': '{{> pay}}', 'templates/email/pay.hbs': 'pay' })],
    bad: [
      {
        sample: sampleTemplates({ 'templates/email/rolle.hbs': '<p>{{title}}</p>' }),
        finds: [{ at: '1:1-1:2', message, hint: 'did you mean templates/email/role.hbs?' }],
      },
      {
        sample: sampleTemplates({ 'templates/logo.txt': '', 'templates/web/pay-note.hbs': 'pay' }),
        finds: [
          { file: 'templates/logo.txt', at: '1:1-1:2', message, hint: others },
          {
            file: 'templates/web/pay-note.hbs',
            at: '1:1-1:2',
            message,
            hint: `write {{> pay-note}} where it belongs; ${others}`,
          },
        ],
      },
    ],
  }),
};

function sampleTemplates(files: Sample['files']): Sample {
  return { files, excerpt: Object.entries(files).flat().join('\n\n') };
}

/** Paths are relative to the workspace: `templates/email/role.hbs`. */
export interface TemplateFiles {
  /** Texts of the workspace's own files; one that is no template has any. */
  readonly own: ReadonlyMap<string, string>;
  /** Texts of the package's. */
  readonly builtIn: ReadonlyMap<string, string>;
}

/** The own files of a theme that change nothing. */
export function findUnusedTemplates({ own, builtIn }: TemplateFiles): readonly Finding[] {
  const all = [...builtIn, ...own];
  const unused = [...own.keys()].filter(
    (file) =>
      !builtIn.has(file) && !all.some(([other, text]) => other !== file && includes(other, text, file)),
  );
  return unused.map((file) =>
    toFinding(unusedTemplate, file, {
      place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
      message,
      hint: hintFor(file, [...builtIn.keys()]),
    }),
  );
}

/** Whether a template is written so that another one of its folder is a part of it. */
function includes(file: string, text: string, part: string): boolean {
  if (posix.dirname(file) !== posix.dirname(part) || posix.extname(part) !== '.hbs') return false;
  const named = text.matchAll(/\{\{~?#?>\s*([\w-]+)/g);
  return named.some(([, name]) => name === posix.basename(part, '.hbs'));
}

function hintFor(file: string, known: readonly string[]): string {
  const meant = didYouMean(file, known);
  // The folder is most of a path: only a name of its own that is near is one that was meant.
  if (meant !== undefined && didYouMean(posix.basename(file), [posix.basename(meant)]) !== undefined)
    return `did you mean ${meant}?`;
  const isTemplate = /^templates\/(?:email|web|text)\/[^/]+\.hbs$/.test(file);
  return isTemplate ? `write {{> ${posix.basename(file, '.hbs')}}} where it belongs; ${others}` : others;
}
