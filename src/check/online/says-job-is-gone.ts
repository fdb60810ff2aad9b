import { decodeEntity } from '../search/decode-character.ts';
import type { FetchedPage } from './page-answer.ts';
import { readableTextOf } from './readable-text-of.ts';

/** What stands for a closed job at systems that answer 200 all the same: in the address where a call ends, or the page. */
const marks: readonly { readonly host: RegExp; readonly query?: RegExp; readonly text?: string }[] = [
  { host: /(?:^|\.)greenhouse\.io$/, query: /[?&]error=true(?:&|$)/ },
  { host: /(?:^|\.)workable\.com$/, query: /[?&]not_found=true(?:&|$)/ },
  { host: /(?:^|\.)linkedin\.com$/, query: /[?&]trk=expired_jd_redirect(?:&|$)/ },
  // Its pages are made by a script, which is told that there is no such job.
  { host: /^jobs\.ashbyhq\.com$/, text: '"organization":null,"posting":null' },
];

/** Whether a page is the one that its system shows instead of a job that is closed. */
export function isMarkedAsGone({ url, text }: FetchedPage): boolean {
  const { hostname, search } = new URL(url);
  return marks.some(
    (mark) =>
      mark.host.test(hostname) &&
      (mark.query?.test(search) === true || (mark.text !== undefined && text.includes(mark.text))),
  );
}

/**
 * What pages of applicant-tracking systems say instead of a job that is closed, and still answer 200: as seen at
 * Ashby, Greenhouse, Lever, LinkedIn, Personio, Recruitee, SmartRecruiters, Teamtailor, Workable and Workday, in
 * English, German, French and Spanish. Each is a part of a sentence that no open job has, but for “until …”.
 */
const phrases = [
  'no longer accepting applications',
  'job is no longer available',
  'job is no longer open',
  'job is no longer active',
  'job posting is no longer available',
  'posting is no longer active',
  'position is no longer available',
  'position is no longer open',
  'position has been filled',
  'role is no longer available',
  'role has been filled',
  'job has been filled',
  'job has expired',
  'job ad has expired',
  'job ad has been removed',
  'job posting has expired',
  'job opening is closed',
  'job you requested was not found',
  "job posting you're looking for might have closed",
  'job you are looking for is no longer open',
  'job you are trying to apply for has been filled',
  'vacancy is closed',
  'vacancy has expired',
  'stelle ist nicht mehr verfügbar',
  'stelle ist leider nicht mehr verfügbar',
  'stelle ist bereits besetzt',
  'stelle wurde bereits besetzt',
  'stellenanzeige ist abgelaufen',
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
].map(fold);

/** “Open until the position has been filled” stands in jobs that are open. */
const conditions =
  /\b(?:until|till|unless|once|if|when|after|bis|sobald|falls|wenn|si|cuando|hasta|lorsque|quand|jusqu)\b/;

/** Whether a page's own words say that its job is closed. Words that nobody sees are for other cases, and do not count. */
export function saysJobIsGone(html: string): boolean {
  const lines = fold(readableTextOf(html).replaceAll(/&(#?\w{1,32});?/g, decode));
  return phrases.some((phrase) => {
    for (let at = lines.indexOf(phrase); at >= 0; at = lines.indexOf(phrase, at + 1)) {
      if (!conditions.test(startOfSentence(lines, at))) return true;
    }
    return false;
  });
}

function decode(written: string, name: string): string {
  return decodeEntity(name) ?? written;
}

/** Small letters without accents, straight apostrophes, single spaces. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[^\S\n]+/g, ' ');
}

/** What stands before a phrase in its sentence; as much of it as a condition can be away. */
function startOfSentence(text: string, at: number): string {
  return text.slice(Math.max(0, at - 80), at).replace(/^[\s\S]*[.!?\n]/, '');
}
