import { sampleRole } from '../roles/sample-role.ts';
import { type Sample, sampleEssay } from '../sample.ts';
import type { PageAnswer } from './page-answer.ts';

/** An issue with one link, and what the page behind it answers. */
export interface AnsweredSample extends Sample {
  readonly answer: PageAnswer;
}

type Answer = Partial<Extract<PageAnswer, { status: number }>> | Extract<PageAnswer, { failure: string }>;

const job = 'https://jobs.example.com/acme/123';
const study = 'https://www.example.org/study';

/** A role whose page to apply, in line 9 from column 8 to 41, answers so. */
export function sampleApply(answer: Answer): AnsweredSample {
  return answered(sampleRole(['title: vp of sales', `apply: ${job}`]), job, answer);
}

/** An essay with a link, in line 10 from column 14 to 43, whose page answers so. */
export function sampleLink(answer: Answer): AnsweredSample {
  return answered(sampleEssay(`as [a study](${study}) says`), study, answer);
}

function answered(sample: Sample, address: string, answer: Answer): AnsweredSample {
  const whole: PageAnswer =
    'failure' in answer
      ? answer
      : { url: address, status: 200, redirects: [], text: '<h1>vp of sales</h1>', ...answer };
  return { ...sample, excerpt: `${sample.excerpt}\n\n${describe(whole)}`, answer: whole };
}

/** For the documentation: what the sample alone does not show. */
function describe(answer: PageAnswer): string {
  if ('failure' in answer) return `(no answer: ${answer.detail})`;
  const ways = answer.redirects.map(({ status, to }) => `${status} to ${to}`);
  return `(the page answers: ${[...ways, answer.status].join(', then ')})`;
}
