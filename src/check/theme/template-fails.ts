import type { Finding } from '../../source/finding.ts';
import type { Place } from '../../source/place.ts';
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
        sample: sampleFailure('<p>\n{{titel}}</p>', {
          place: { line: 2, column: 3, endLine: 2, endColumn: 8 },
          reason: '"titel" not defined',
          meant: 'title',
        }),
        finds: [
          {
            at: '2:3-2:8',
            message: 'this template cannot be filled: "titel" not defined',
            hint: 'did you mean title?',
          },
        ],
      },
      {
        sample: sampleFailure('{{#if title}}', { reason: 'malformed at {{#if title}}' }),
        finds: [
          { at: '1:1-1:2', message: 'this template cannot be filled: malformed at {{#if title}}', hint },
        ],
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
  /** Absent when nobody knows. */
  readonly place?: Place | undefined;
  readonly reason: string;
  /** The name that its author most likely meant. */
  readonly meant?: string | undefined;
}

/** Tells the author of a template why it makes nothing. */
export function judgeTemplateFailure({ file, place, reason, meant }: TemplateFailure): Finding {
  return toFinding(templateFails, file, {
    place: place ?? { line: 1, column: 1, endLine: 1, endColumn: 2 },
    message: `this template cannot be filled: ${reason}`,
    hint: meant === undefined ? hint : `did you mean ${meant}?`,
  });
}
