import { findLeftOut } from './find-left-out.ts';
import {
  dayOf,
  isRecord,
  type PayPeriod,
  present,
  type ReadJob,
  readPay,
  textOf,
  type Unknown,
} from './job-posting.ts';
import { readEmployment, readWorkplace } from './read-workplace.ts';

/** https://github.com/lever/postings-api: a bare list of postings, or one of them. */
export function findLever(document: unknown): readonly unknown[] | undefined {
  const postings = Array.isArray(document) ? document : [document];
  const isLever = (posting: unknown): boolean =>
    isRecord(posting) && textOf(posting, 'hostedUrl') !== undefined;
  return postings.some(isLever) ? postings : undefined;
}

const periods: ReadonlyMap<string, PayPeriod> = new Map([
  ['per-year-salary', 'year'],
  ['per-month-salary', 'month'],
  ['per-week-salary', 'week'],
  ['per-day-wage', 'day'],
  ['per-hour-wage', 'hour'],
]);

export function readLever(posting: Unknown): ReadJob {
  const categories = isRecord(posting['categories']) ? posting['categories'] : {};
  const range = isRecord(posting['salaryRange']) ? posting['salaryRange'] : undefined;
  const pay = range === undefined ? undefined : readRange(range);
  const location = textOf(categories, 'location');
  const workplace = readWorkplace(textOf(posting, 'workplaceType'));
  const employment = readEmployment(textOf(categories, 'commitment'));
  const posted = dayOf(posting['createdAt']);
  return {
    title: textOf(posting, 'text') ?? '',
    apply: textOf(posting, 'applyUrl') ?? textOf(posting, 'hostedUrl') ?? '',
    ...present({ location, workplace, employment, posted, pay }),
    unsure:
      range !== undefined && pay === undefined
        ? ['pay: its period or its ends cannot be read; write it yourself']
        : [],
    leftOut: findLeftOut(posting, {
      text: true,
      hostedUrl: true,
      applyUrl: true,
      'categories.location': location,
      'categories.commitment': employment,
      workplaceType: workplace,
      createdAt: posted,
      salaryRange: range,
    }),
  };
}

function readRange(range: Unknown): ReturnType<typeof readPay> {
  const { min, max } = range;
  return readPay({
    min,
    max,
    currency: textOf(range, 'currency'),
    per: periods.get(textOf(range, 'interval') ?? ''),
  });
}
