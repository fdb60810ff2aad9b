import type { JobPosting } from './job-posting.ts';

const workplaces: ReadonlyMap<string, JobPosting['workplace']> = new Map(
  Object.entries({
    onsite: 'onsite',
    inoffice: 'onsite',
    hybrid: 'hybrid',
    remote: 'remote',
  } as const),
);

/** `on-site`, `OnSite`, `hybrid`, `Remote` as this tool writes it; undefined for anything else. */
export function readWorkplace(text: string | undefined): JobPosting['workplace'] {
  return workplaces.get(fold(text));
}

const employments: ReadonlyMap<string, JobPosting['employment']> = new Map(
  Object.entries({
    fulltime: 'fullTime',
    parttime: 'partTime',
    contract: 'contract',
    contractor: 'contract',
    temporary: 'temporary',
    intern: 'intern',
    internship: 'intern',
  } as const),
);

/** `FullTime`, `full-time`, `Internship` as this tool writes it; undefined for anything else. */
export function readEmployment(text: string | undefined): JobPosting['employment'] {
  return employments.get(fold(text));
}

function fold(text = ''): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}
