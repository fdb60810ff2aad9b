import { readAshbyPay } from './ashby-pay.ts';
import { findLeftOut } from './find-left-out.ts';
import { dayOf, isRecord, present, type ReadJob, textOf, type Unknown } from './job-posting.ts';
import { readEmployment, readWorkplace } from './read-workplace.ts';

/** https://developers.ashbyhq.com/docs/public-job-posting-api: `{apiVersion, jobs: […]}`. */
export function findAshby(document: unknown): readonly unknown[] | undefined {
  if (!isRecord(document) || !Array.isArray(document['jobs'])) return undefined;
  const isAshby = (job: unknown): boolean => isRecord(job) && textOf(job, 'jobUrl') !== undefined;
  return document['jobs'].some(isAshby) ? document['jobs'] : undefined;
}

export function readAshby(job: Unknown): ReadJob {
  const title = textOf(job, 'title') ?? '';
  if (job['isListed'] === false) return { title, why: 'is not listed on the board' };
  const { pay, besides } = readAshbyPay(job['compensation']);
  const location = textOf(job, 'location');
  const workplace = readWorkplace(textOf(job, 'workplaceType'));
  const employment = readEmployment(textOf(job, 'employmentType'));
  const posted = dayOf(job['publishedAt']);
  return {
    title,
    apply: textOf(job, 'applyUrl') ?? textOf(job, 'jobUrl') ?? '',
    ...present({ location, workplace, employment, posted, pay }),
    unsure: findContradictions(workplace, job['isRemote']),
    leftOut: [
      ...findLeftOut(job, {
        title: true,
        applyUrl: true,
        jobUrl: true,
        location,
        workplaceType: workplace,
        employmentType: employment,
        publishedAt: posted,
        compensation: pay,
        // True and false are no content, and anything else is no answer.
        isRemote: undefined,
        isListed: undefined,
      }),
      ...besides,
    ],
  };
}

/** `isRemote` is true for hybrid jobs, too, so that the type tells; what neither of them settles is the author’s to say. */
function findContradictions(
  workplace: ReturnType<typeof readWorkplace>,
  isRemote: unknown,
): readonly string[] {
  if (isRemote === true && workplace === undefined)
    return ['workplace: the board says remote, but not whether wholly; write it yourself'];
  if (isRemote === true && workplace === 'onsite')
    return ['workplace: the board says both onsite, which was taken, and remote'];
  return isRemote === false && workplace === 'remote'
    ? ['workplace: the board says both remote, which was taken, and not remote']
    : [];
}
