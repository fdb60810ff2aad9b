import { readAshby } from './ashby.ts';
import { readGreenhouse } from './greenhouse.ts';
import type { JobBoard, JobPosting } from './job-posting.ts';
import { readLever } from './lever.ts';
import { readWorkable } from './workable.ts';

type Reader = readonly [JobBoard['vendor'], (document: unknown) => readonly JobPosting[] | undefined];

/** In this order: the shapes of the later ones are wider. */
const readers: readonly Reader[] = [
  ['Lever', readLever],
  ['Ashby', readAshby],
  ['Workable', readWorkable],
  ['Greenhouse', readGreenhouse],
];

/** The jobs in what a public job board answers, saved or fetched; undefined for a shape that none of the four has. */
export function readJobBoard(document: unknown): JobBoard | undefined {
  for (const [vendor, read] of readers) {
    const jobs = read(document);
    if (jobs === undefined) continue;
    if (jobs.every(({ title, apply }) => title !== '' && apply !== '')) return { vendor, jobs };
  }
  return undefined;
}
