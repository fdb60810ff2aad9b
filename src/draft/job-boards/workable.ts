import { findLeftOut } from './find-left-out.ts';
import { dayOf, isRecord, type JobPosting, present, textOf, type Unknown } from './job-posting.ts';
import { readEmployment } from './read-workplace.ts';

/** https://workable.readme.io: `{name, jobs: […]}` with one row a location; rows of one job are one role here. */
export function readWorkable(document: unknown): readonly JobPosting[] | undefined {
  if (!isRecord(document) || !Array.isArray(document['jobs'])) return undefined;
  const rows = document['jobs'].filter(isRecord);
  if (rows.length === 0 || !rows.every((row) => textOf(row, 'shortcode') !== undefined)) return undefined;
  const jobs = Map.groupBy(rows, (row) => textOf(row, 'shortcode') ?? '');
  return Array.from(jobs.values(), readJob);
}

function readJob(rows: readonly Unknown[]): JobPosting {
  const [first = {}] = rows;
  const locations = [...new Set(rows.flatMap(readLocations))];
  return {
    title: textOf(first, 'title') ?? '',
    apply: textOf(first, 'application_url') ?? textOf(first, 'url') ?? '',
    ...present({
      location: locations.length === 0 ? undefined : locations.join(' / '),
      workplace: first['telecommuting'] === true ? ('remote' as const) : undefined,
      employment: readEmployment(textOf(first, 'employment_type')),
      posted: dayOf(first['published_on'] ?? first['created_at']),
    }),
    unsure: [],
    leftOut: findLeftOut(first, read),
  };
}

const read = [
  ...['title', 'shortcode', 'application_url', 'url', 'telecommuting', 'employment_type', 'published_on'],
  ...['created_at', 'locations', 'city', 'region', 'state', 'country'],
];

/** What the board hides stays hidden. */
function readLocations(row: Unknown): string[] {
  const places = Array.isArray(row['locations']) ? row['locations'].filter(isRecord) : [row];
  return places
    .filter((place) => place['hidden'] !== true)
    .map((place) =>
      ['city', 'region', 'state', 'country'].flatMap((key) => textOf(place, key) ?? []).join(', '),
    )
    .filter((text) => text !== '');
}
