import { readableTextOf } from './readable-text-of.ts';

/**
 * What pages of applicant-tracking systems say instead of a job that is closed, and still answer 200: as seen at
 * Ashby, Greenhouse, Lever, Personio, Recruitee, SmartRecruiters, Teamtailor, Workable and Workday, in English, German,
 * French and Spanish. Each is a part of a sentence that no open job has.
 */
const phrases: readonly string[] = [
  'no longer accepting applications',
  'job is no longer available',
  'job is no longer open',
  'job is no longer active',
  'job posting is no longer available',
  'posting is no longer active',
  'position is no longer available',
  'position is no longer open',
  'position has been filled',
  'role has been filled',
  'job has been filled',
  'job has expired',
  'job posting has expired',
  'job opening is closed',
  'job you requested was not found',
  "job posting you're looking for might have closed",
  'job you are looking for is no longer open',
  'job you are trying to apply for has been filled',
  'vacancy is closed',
  'vacancy has expired',
  'stelle ist nicht mehr verfügbar',
  'stelle ist bereits besetzt',
  'stelle wurde bereits besetzt',
  'stellenanzeige ist nicht mehr online',
  'stellenanzeige ist nicht mehr verfügbar',
  'job ist nicht mehr verfügbar',
  "offre n'est plus disponible",
  "offre d'emploi n'est plus disponible",
  'poste a été pourvu',
  'offre a été pourvue',
  'oferta ya no está disponible',
  'puesto ya no está disponible',
  'vacante ya no está disponible',
];

/** Whether a page's own words say that its job is closed. Words in scripts are for other cases, and do not count. */
export function saysJobIsGone(html: string): boolean {
  const text = readableTextOf(html)
    .toLowerCase()
    .replaceAll(/[’‘]|&#(?:39|x27);|&rsquo;|&apos;/g, "'")
    .replaceAll(/(?:\s|&nbsp;)+/g, ' ');
  return phrases.some((phrase) => text.includes(phrase));
}
