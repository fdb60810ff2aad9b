import { findLeftOut } from './find-left-out.ts';
import {
  dayOf,
  isRecord,
  type JobPosting,
  type PayPeriod,
  present,
  textOf,
  type Unknown,
} from './job-posting.ts';
import { readEmployment, readWorkplace } from './read-workplace.ts';

/** https://developers.ashbyhq.com/docs/public-job-posting-api: `{apiVersion, jobs: […]}`. What is not listed is left out. */
export function readAshby(document: unknown): readonly JobPosting[] | undefined {
  if (!isRecord(document) || !Array.isArray(document['jobs'])) return undefined;
  const jobs = document['jobs'].filter(isRecord);
  if (!jobs.every((job) => textOf(job, 'jobUrl') !== undefined)) return undefined;
  return jobs.filter((job) => job['isListed'] !== false).map(readJob);
}

function readJob(job: Unknown): JobPosting {
  const pay = readPay(job);
  return {
    title: textOf(job, 'title') ?? '',
    apply: textOf(job, 'applyUrl') ?? textOf(job, 'jobUrl') ?? '',
    ...present({
      location: textOf(job, 'location'),
      // `isRemote` is true for hybrid ones, too: only the type tells.
      workplace: readWorkplace(textOf(job, 'workplaceType')),
      employment: readEmployment(textOf(job, 'employmentType')),
      posted: dayOf(job['publishedAt']),
      pay,
    }),
    unsure: [],
    leftOut: findLeftOut(job, pay === undefined ? read : [...read, 'compensation']),
  };
}

const read = [
  ...['title', 'applyUrl', 'jobUrl', 'location', 'workplaceType', 'employmentType', 'publishedAt'],
  'isRemote',
];

const periods: Readonly<Record<string, PayPeriod>> = {
  '1 YEAR': 'year',
  '1 MONTH': 'month',
  '1 WEEK': 'week',
  '1 DAY': 'day',
  '1 HOUR': 'hour',
};

function readPay({ compensation }: Unknown): JobPosting['pay'] {
  if (!isRecord(compensation) || !Array.isArray(compensation['compensationTiers'])) return undefined;
  const components = compensation['compensationTiers']
    .filter(isRecord)
    .flatMap((tier) => (Array.isArray(tier['components']) ? tier['components'] : []))
    .filter(isRecord)
    .filter((component) => component['compensationType'] === 'Salary');
  const [salary] = components;
  if (salary === undefined) return undefined;
  const { minValue: min, maxValue: max } = salary;
  const currency = textOf(salary, 'currencyCode');
  const per = periods[textOf(salary, 'interval') ?? ''];
  if (typeof min !== 'number' || typeof max !== 'number' || currency === undefined || per === undefined)
    return undefined;
  return { min, max, currency, per };
}
