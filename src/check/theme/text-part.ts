import type { Finding } from '../../source/finding.ts';
import type { SampledRule } from '../rule.ts';
import type { Sample } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

const hint =
  'put {{introduction}} and {{#each blocks}}{{this}}{{/each}} back, or delete your file to get the original';

const file = 'templates/text/layout.hbs';

export const textPart: SampledRule<TextPartSample> = {
  name: 'mail/text-part',
  severity: 'error',
  elsewhere: true,
  what: 'With your own text templates, the text part of a mail has less than half of the words of the issue.',
  why: 'Who reads mail as text gets an empty letter, and filters take a mail whose two parts differ for spam.',
  fix: 'Let your templates in templates/text/ show the introduction and every block, or delete them.',
  samples: () => ({
    good: [sampleTextPart('{{heading}}', { file, words: 500, expected: 812 })],
    bad: [
      {
        sample: sampleTextPart('{{unsubscribeUrl}}', { file, words: 1, expected: 812 }),
        finds: [
          { at: '1:1-1:2', message: 'the text part of the mail has 1 of the 812 words of the issue', hint },
        ],
      },
    ],
  }),
};

type TextPartSample = Sample & { readonly measured: MeasuredTextPart };

function sampleTextPart(text: string, measured: MeasuredTextPart): TextPartSample {
  return { files: { [measured.file]: text }, excerpt: text, measured };
}

/** The text part of one issue in words: as the workspace's own templates make it, and as the package's do. */
export interface MeasuredTextPart {
  /** The template of the workspace's own that makes it, or one of them. */
  readonly file: string;
  readonly words: number;
  readonly expected: number;
}

/** Tells the author of a text template when it leaves the letter out. */
export function judgeTextPart({ file, words, expected }: MeasuredTextPart): readonly Finding[] {
  if (words * 2 >= expected) return [];
  const message = `the text part of the mail has ${words} of the ${expected} words of the issue`;
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return [toFinding(textPart, file, { place, message, hint })];
}
