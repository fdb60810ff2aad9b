import { findLeftOut } from './find-left-out.ts';
import { dayOf, isRecord, present, type ReadJob, textOf, type Unknown } from './job-posting.ts';

/** https://developers.greenhouse.io/job-board.html: `{jobs: […], meta}`, or one job of it. */
export function findGreenhouse(document: unknown): readonly unknown[] | undefined {
  if (!isRecord(document)) return undefined;
  const jobs = Array.isArray(document['jobs']) ? document['jobs'] : [document];
  return jobs.some((job) => isRecord(job) && textOf(job, 'absolute_url') !== undefined) ? jobs : undefined;
}

export function readGreenhouse(job: Unknown): ReadJob {
  const location = isRecord(job['location']) ? textOf(job['location'], 'name') : undefined;
  const posted = dayOf(job['first_published']);
  const ranges = Array.isArray(job['pay_input_ranges']) ? job['pay_input_ranges'].length : 0;
  const updated = posted === undefined ? dayOf(job['updated_at']) : undefined;
  return {
    title: textOf(job, 'title') ?? '',
    apply: textOf(job, 'absolute_url') ?? '',
    ...present({ location, posted }),
    unsure: [
      ...(ranges === 0 ? [] : ['pay: the board does not say for which period; write it yourself']),
      ...(updated === undefined
        ? []
        : [
            `posted: the board says only that the job was last changed on ${updated}; write the day yourself`,
          ]),
    ],
    leftOut: findLeftOut(job, {
      title: true,
      absolute_url: true,
      'location.name': location,
      first_published: posted,
      pay_input_ranges: ranges === 0 ? undefined : true,
    }),
  };
}
