import { findLeftOut } from './find-left-out.ts';
import { dayOf, isRecord, type JobPosting, present, textOf, type Unknown } from './job-posting.ts';

/** https://developers.greenhouse.io/job-board.html: `{jobs: […], meta}`, or one job of it. */
export function readGreenhouse(document: unknown): readonly JobPosting[] | undefined {
  if (!isRecord(document)) return undefined;
  const jobs = Array.isArray(document['jobs']) ? document['jobs'].filter(isRecord) : [document];
  return jobs.every(isGreenhouse) ? jobs.map(readJob) : undefined;
}

function isGreenhouse(job: Unknown): boolean {
  return textOf(job, 'absolute_url') !== undefined && textOf(job, 'title') !== undefined;
}

function readJob(job: Unknown): JobPosting {
  const location = isRecord(job['location']) ? textOf(job['location'], 'name') : undefined;
  const ranges = Array.isArray(job['pay_input_ranges']) ? job['pay_input_ranges'].length : 0;
  return {
    title: textOf(job, 'title') ?? '',
    apply: textOf(job, 'absolute_url') ?? '',
    ...present({ location, posted: dayOf(job['first_published'] ?? job['updated_at']) }),
    unsure: ranges === 0 ? [] : ['pay: the board does not say for which period; write it yourself'],
    leftOut: findLeftOut(job, read),
  };
}

const read = ['title', 'absolute_url', 'location.name', 'first_published', 'updated_at', 'pay_input_ranges'];
