import { findLeftOut } from './find-left-out.ts';
import { dayOf, isRecord, present, type ReadJob, textOf, type Unknown } from './job-posting.ts';
import { readEmployment } from './read-workplace.ts';

/** https://workable.readme.io: `{name, jobs: […]}` with one row a location; rows of one job are one role here. */
export function findWorkable(document: unknown): readonly unknown[] | undefined {
  if (!isRecord(document) || !Array.isArray(document['jobs'])) return undefined;
  const rows: readonly unknown[] = document['jobs'];
  if (!rows.some((row) => nameOfWorkable(row) !== undefined)) return undefined;
  return rows;
}

/** What the rows of one job have in common. */
export function nameOfWorkable(row: unknown): string | undefined {
  return isRecord(row) ? textOf(row, 'shortcode') : undefined;
}

export function readWorkable(job: Unknown, others: readonly Unknown[]): ReadJob {
  const places = [job, ...others].flatMap(placesOf);
  const shown = places.filter((place) => place['hidden'] !== true);
  const locations = [...new Set(shown.map(writePlace).filter((text) => text !== ''))];
  const location = locations.length === 0 ? undefined : locations.join(' / ');
  const isListed = Array.isArray(job['locations']);
  const isRemote = job['telecommuting'] === true;
  const employment = readEmployment(textOf(job, 'employment_type'));
  const posted = dayOf(job['published_on']);
  const created = posted === undefined ? dayOf(job['created_at']) : undefined;
  return {
    title: textOf(job, 'title') ?? '',
    apply: textOf(job, 'application_url') ?? textOf(job, 'url') ?? '',
    ...present({ location, workplace: isRemote ? ('remote' as const) : undefined, employment, posted }),
    unsure: [
      ...(shown.length === places.length ? [] : ['location: what the board hides was left out']),
      ...(created === undefined
        ? []
        : [`posted: the board says only that the job was made on ${created}; write the day yourself`]),
      ...findDifferences(job, others),
    ],
    leftOut: findLeftOut(job, {
      ...{ title: true, shortcode: true, application_url: true, url: true },
      locations: location,
      ...Object.fromEntries(placeKeys.map((key) => [key, isListed ? location : textOf(job, key)])),
      employment_type: employment,
      published_on: posted,
    }),
  };
}

/** The rows of one job differ in their place alone; where they differ in more, the first one was taken. */
function findDifferences(job: Unknown, others: readonly Unknown[]): readonly string[] {
  return ['title', 'telecommuting', 'employment_type', 'published_on', 'application_url']
    .filter((key) => others.some((other) => other[key] !== job[key]))
    .map((key) => `${key}: the rows of this job differ; the first one was taken`);
}

const placeKeys: readonly string[] = ['city', 'region', 'state', 'country'];

function placesOf(row: Unknown): readonly Unknown[] {
  return Array.isArray(row['locations']) ? row['locations'].filter(isRecord) : [row];
}

function writePlace(place: Unknown): string {
  return placeKeys.flatMap((key) => textOf(place, key) ?? []).join(', ');
}
