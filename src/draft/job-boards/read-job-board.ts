import { findAshby, readAshby } from './ashby.ts';
import { findGreenhouse, readGreenhouse } from './greenhouse.ts';
import {
  isRecord,
  type JobBoard,
  type JobPosting,
  type ReadJob,
  type SkippedJob,
  type Unknown,
} from './job-posting.ts';
import { findLever, readLever } from './lever.ts';
import { findWorkable, nameOfWorkable, readWorkable } from './workable.ts';

interface Vendor {
  readonly name: JobBoard['vendor'];
  /** The jobs of a document that has the vendor’s shape, whatever they are. */
  readonly find: (document: unknown) => readonly unknown[] | undefined;
  /** What several rows of one job have in common, where a job may have several. */
  readonly nameOf?: (row: unknown) => string | undefined;
  readonly read: (job: Unknown, otherRows: readonly Unknown[]) => ReadJob;
}

/** In this order: the shapes of the later ones are wider. */
const vendors: readonly Vendor[] = [
  { name: 'Lever', find: findLever, read: readLever },
  { name: 'Ashby', find: findAshby, read: readAshby },
  { name: 'Workable', find: findWorkable, nameOf: nameOfWorkable, read: readWorkable },
  { name: 'Greenhouse', find: findGreenhouse, read: readGreenhouse },
];

/** No board nests deeper than a handful, and what reads a document calls itself for each level. */
const mostLevels = 64;

/** The jobs in what a public job board answers, saved or fetched; undefined for a shape that none of the four has. */
export function readJobBoard(document: unknown): JobBoard | undefined {
  if (isDeeperThan(mostLevels, document)) return undefined;
  for (const vendor of vendors) {
    const rows = vendor.find(document);
    if (rows === undefined) continue;
    const jobs: JobPosting[] = [];
    const skipped: SkippedJob[] = [];
    for (const [index, [job, ...others]] of groupRows(rows, vendor).entries()) {
      const read = readOne(job, others.filter(isRecord), vendor);
      if ('why' in read) skipped.push({ place: index + 1, ...read });
      else jobs.push({ place: index + 1, ...read });
    }
    return { vendor: vendor.name, jobs, skipped };
  }
  return undefined;
}

function groupRows(rows: readonly unknown[], { nameOf }: Vendor): readonly (readonly unknown[])[] {
  return nameOf === undefined
    ? rows.map((row) => [row])
    : [...Map.groupBy(rows, (row) => nameOf(row) ?? row).values()];
}

function readOne(job: unknown, others: readonly Unknown[], { read }: Vendor): ReadJob {
  if (!isRecord(job)) return { title: typeof job, why: 'is no job' };
  const posting = read(job, others);
  if ('why' in posting) return posting;
  if (posting.title === '') return skip(posting.apply, 'has no title');
  return posting.apply === '' ? skip(posting.title, 'has no address to apply at') : posting;
}

function skip(title: string, why: string): Omit<SkippedJob, 'place'> {
  return { title, why };
}

function isDeeperThan(levels: number, document: unknown): boolean {
  let level: readonly unknown[] = [document];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
