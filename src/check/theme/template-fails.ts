import type { Finding } from '../../source/finding.ts';
import type { SampledRule } from '../rule.ts';
import type { Sample } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

const hint = 'docs/theming.md lists what each template sees; delete your file to get the original back';

export const templateFails: SampledRule<FailureSample> = {
  name: 'mail/template-fails',
  severity: 'error',
  elsewhere: true,
  what: 'A template of yours cannot be filled: it is malformed, or it names something that it does not see.',
  why: 'No mail and no page can be made with it.',
  fix: 'Write one of the names of docs/theming.md, or delete your file to get the original back.',
  samples: () => ({
    good: [sampleFailure('{{title}}')],
    bad: [
      {
        sample: sampleFailure('<p>\n{{titel}}</p>', { line: 2, reason: '"titel" not defined' }),
        finds: [{ at: '2:1-2:2', message: 'this template cannot be filled: "titel" not defined', hint }],
      },
    ],
  }),
};

type FailureSample = Sample & { readonly failure?: TemplateFailure };

function sampleFailure(text: string, failure?: Omit<TemplateFailure, 'file'>): FailureSample {
  const file = 'templates/web/role.hbs';
  const files = { [file]: text };
  return { files, excerpt: text, ...(failure === undefined ? {} : { failure: { file, ...failure } }) };
}

/** Why a template could not be filled. */
export interface TemplateFailure {
  readonly file: string;
  /** From 1; absent when nobody knows. */
  readonly line?: number;
  readonly reason: string;
}

/** Tells the author of a template why it makes nothing. */
export function judgeTemplateFailure({ file, line = 1, reason }: TemplateFailure): Finding {
  return toFinding(templateFails, file, {
    place: { line, column: 1, endLine: line, endColumn: 2 },
    message: `this template cannot be filled: ${reason}`,
    hint,
  });
}
