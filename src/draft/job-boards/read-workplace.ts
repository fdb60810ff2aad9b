import type { JobPosting } from './job-posting.ts';

const workplaces: Readonly<Record<string, JobPosting['workplace']>> = {
  onsite: 'onsite',
  inoffice: 'onsite',
  hybrid: 'hybrid',
  remote: 'remote',
};

/** `on-site`, `OnSite`, `hybrid`, `Remote` as this tool writes it; undefined for anything else. */
export function readWorkplace(text: string | undefined): JobPosting['workplace'] {
  return workplaces[fold(text)];
}

const employments: Readonly<Record<string, JobPosting['employment']>> = {
  fulltime: 'fullTime',
  parttime: 'partTime',
  contract: 'contract',
  contractor: 'contract',
  temporary: 'temporary',
  intern: 'intern',
  internship: 'intern',
};

/** `FullTime`, `full-time`, `Internship` as this tool writes it; undefined for anything else. */
export function readEmployment(text: string | undefined): JobPosting['employment'] {
  return employments[fold(text)];
}

function fold(text = ''): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}
