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

/** https://github.com/lever/postings-api: a bare list of postings, or one of them. */
export function readLever(document: unknown): readonly JobPosting[] | undefined {
  const postings = (Array.isArray(document) ? document : [document]).filter(isRecord);
  if (postings.length === 0 || !postings.every((posting) => textOf(posting, 'hostedUrl') !== undefined))
    return undefined;
  return postings.map(readPosting);
}

const periods: Readonly<Record<string, PayPeriod>> = {
  'per-year-salary': 'year',
  'per-month-salary': 'month',
  'per-week-salary': 'week',
  'per-day-wage': 'day',
  'per-hour-wage': 'hour',
};

function readPosting(posting: Unknown): JobPosting {
  const categories = isRecord(posting['categories']) ? posting['categories'] : {};
  const range = isRecord(posting['salaryRange']) ? posting['salaryRange'] : undefined;
  const pay = range === undefined ? undefined : readPay(range);
  return {
    title: textOf(posting, 'text') ?? '',
    apply: textOf(posting, 'applyUrl') ?? textOf(posting, 'hostedUrl') ?? '',
    ...present({
      location: textOf(categories, 'location'),
      workplace: readWorkplace(textOf(posting, 'workplaceType')),
      employment: readEmployment(textOf(categories, 'commitment')),
      posted: dayOf(posting['createdAt']),
      pay,
    }),
    unsure:
      range !== undefined && pay === undefined
        ? ['pay: its period or its ends cannot be read; write it yourself']
        : [],
    leftOut: findLeftOut(posting, read),
  };
}

const read = [
  ...['text', 'categories.location', 'categories.commitment', 'workplaceType', 'hostedUrl', 'applyUrl'],
  ...['createdAt', 'salaryRange'],
];

function readPay(range: Unknown): JobPosting['pay'] {
  const { min, max } = range;
  const currency = textOf(range, 'currency');
  const per = periods[textOf(range, 'interval') ?? ''];
  if (typeof min !== 'number' || typeof max !== 'number' || currency === undefined || per === undefined)
    return undefined;
  return { min, max, currency, per };
}
