import { posix } from 'node:path';
import { fileNotRead } from './files/file-not-read.ts';
import { ignoreRules } from './ignore-rules.ts';
import { imageMetadata } from './images/judge-picture.ts';
import { imageMissing, imageUnreadable } from './images/judge-picture-file.ts';
import { mailClientRules } from './mail-clients/mail-client-rules.ts';
import { mailClipped } from './mail-size/mail-clipped.ts';
import { neverNameRules } from './never-name/never-name-rules.ts';
import { onlineRules } from './online/online-rules.ts';
import type { RuleDescription, SampledRule } from './rule.ts';
import { rules } from './rules/index.ts';
import type { BadSample, Sample } from './sample.ts';
import { schemaRules } from './schema-rules.ts';
import { sentUnknown } from './sent/sent-unknown.ts';
import { slugSent } from './sent/slug-sent.ts';
import { accentContrast } from './theme/accent-contrast.ts';
import { colourContrast } from './theme/colour-contrast.ts';
import { logoFile } from './theme/logo-file.ts';
import { templateFails } from './theme/template-fails.ts';
import { textPart } from './theme/text-part.ts';
import { unusedTemplate } from './theme/unused-template.ts';

/** What is found in more than the text of issues. */
const furtherRules: readonly (RuleDescription | SampledRule)[] = [
  fileNotRead,
  mailClipped,
  accentContrast,
  colourContrast,
  unusedTemplate,
  templateFails,
  textPart,
  logoFile,
  slugSent,
  sentUnknown,
  imageMissing,
  imageUnreadable,
  imageMetadata,
  ...Object.values(mailClientRules),
  ...Object.values(onlineRules),
];

/** Everything that a finding about an issue can be called. */
export const ruleCatalogue: readonly RuleDescription[] = [
  ...rules,
  ...furtherRules,
  ...schemaRules,
  ...Object.values(ignoreRules),
  ...Object.values(neverNameRules),
];

/** The text of docs/rules.md, made from the rules and their samples. */
export function describeRules(): string {
  const paragraphs = [
    introduction,
    '## What the rules find',
    ...rules.flatMap(describeRule),
    '## What is found beyond the text of an issue',
    'What stands in newsletter.yaml, in a template or in a picture can be turned off under `rules` of newsletter.yaml only.',
    ...furtherRules.flatMap(describeRule),
    '## Faults in the form of an issue',
    'They are found while a file is read.',
    ...schemaRules.flatMap(describe),
    '## Faults in `ignore`',
    ...Object.values(ignoreRules).flatMap(describe),
    '## The never-name list',
    'Beyond what the rules find in issues.',
    ...Object.values(neverNameRules).flatMap(describe),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const introduction = `# Rules

What \`penny check\` can find, each under its permanent name. \`penny check --explain RULE\` prints the same on the terminal.
This page is made from the rules themselves; a test holds it to them.

An error stops \`penny build\` and \`penny send\`; warnings and notes do not. \`penny check --strict\` makes errors of warnings.
Where a rule is wrong about one issue, that issue says so in its front matter, and why:

\`\`\`yaml
ignore:
  - rule: mail/subject-long
    why: the long subject is the joke
\`\`\``;

function describeRule(rule: RuleDescription | SampledRule): string[] {
  const samples = 'samples' in rule ? rule.samples().bad : [];
  return [...describe(rule), ...samples.slice(0, 1).flatMap(describeSample)];
}

function describe({ name, severity, neverIgnored, what, why, fix }: RuleDescription): string[] {
  const kind = neverIgnored === true ? `**${severity}**, cannot be ignored` : `**${severity}**`;
  return [`### ${name}`, `${kind} · ${what} ${why}`, `*To fix it:* ${fix}`];
}

function describeSample({ sample, finds }: BadSample): string[] {
  const findings = finds.map(({ message, hint }) => `${message}\n  hint: ${hint}`);
  return [fence(languageOf(sample), sample.excerpt), fence('text', findings.join('\n'))];
}

function languageOf({ files }: Sample): string {
  const [file = ''] = Object.keys(files);
  return languages.get(posix.extname(file)) ?? 'markdown';
}

const languages = new Map([
  ['.css', 'css'],
  ['.hbs', 'html'],
  ['.yaml', 'yaml'],
]);

/** Longer than any fence that a sample shows. */
function fence(language: string, text: string): string {
  return `\`\`\`\`${language}\n${text}\n\`\`\`\``;
}
