import type { WrittenIssue } from '../../issue/issue.ts';
import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { LatePattern } from '../search/pattern.ts';

const year = '(?:19|20)\\d{2}';
/** English, and as people write them in German, French, Spanish, Dutch and Italian. */
const months = [
  'jan(?:uary?|v)?|feb(?:ruary?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'januar|februar|märz|mär|mai|juni|juli|okt(?:ober)?|dez(?:ember)?|janvier|févr?(?:ier)?|mars|avr(?:il)?|juin|juillet|août|octobre|(?:sept|nov|d[ée]c)embre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|(?:sept|nov|dic)iembre|octubre|januari|februari|maart|mei|augustus|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
].join('|');
const seasons =
  'spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver|verano|otoño|invierno|lente|zomer|herfst';
const parts =
  'early[ -]|mid[ -]?|late[ -]|end of |anfang |mitte |ende |début |fin |principios de |finales de |begin |eind ';
const since = '(?:since|seit|depuis|desde|sinds|dal)';
const until = '(?:[-–—→~]|[-=]>|\\.{2,3}|to|until|till|through|bis|à|hasta|tot)';
const now = "(?:present|today|now|date|heute|jetzt|aujourd[’']hui|hoy|heden|oggi)";
const slashed = '(?:0[1-9]|1[0-2])/\\d{2}';
/** Spelt out, since properties of characters are slow to compile. */
const word = '[^\\s\\d.,;:]{1,20}';
/** What stands behind a month or a season; two digits alone can be a day. */
const ofMonth = `(?:\\.?(?: \\d{1,2}(?:st|nd|rd|th)?,?)?(?: of| de)? ${year}|-['’]?\\d{2}|\\.? ['’]?\\d{2}(?= ?${until} ?(?:${now}|${word}[ -]['’]?\\d{2}(?!\\d))))`;
const degrees =
  "e?mba|bba|bsc|msc|b?eng|llb|llm|m?phil|ph\\.?d|bachelor(?:[’']?s)?|master(?:[’']?s)?|degree|diploma|abitur|alum(?:n(?:us|a|i))?|grad(?:uate)?";
const changes =
  'promoted|promotion|joined|hired|left|started|became|moved|retired|resigned|laid off|let go|made (?:vp|partner|director)';
const counted = '(?: ?(?:%|people|employees|users|customers|seats|stores|reps|units|deals|k|m|bn|million))';

/** Between word boundaries that are written once: a class of all letters is slow to compile. */
const dates = new LatePattern(
  `(?<![\\p{L}\\p{N}$€£.,/-])(?:${[
    `${year}-\\d{2}-\\d{2}`,
    `\\d{1,2}[./]\\d{1,2}[./]${year}`,
    `(?:0?[1-9]|1[0-2])/${year}(?: ?${until} ?(?:(?:0?[1-9]|1[0-2])/${year}|${now}))?`,
    `${slashed} ?${until} ?(?:${slashed}|${now})`,
    `${since} ${slashed}`,
    `(?:class of|jahrgang) (?:${year}|['’]?\\d{2})`,
    `graduated (?:in )?${year}`,
    // `graduated stanford in 07`
    `graduated(?: ${word}){0,3}? in (?:${year}|['’]?(?:[0-3]|[6-9])\\d(?=\\s*(?:[,.;)]|$)))`,
    `(?:${degrees})(?:,? ${word}){0,2}?,? (?:in |of )?${year}`,
    `(?:${changes})(?: ${word}){0,4}? in ${year}`,
    // `stanford ’09`; `the ’90s` says nothing.
    `(?!the |\\p{L}{1,2} |${since} )\\p{L}+ ['’]\\d{2}`,
    `q[1-4] ?(?:of )?(?:(?:fy ?)?${year}|fy ?['’]?\\d{2}|['’]\\d{2})`,
    `['’]\\d{2} ?[-–—] ?['’]?\\d{2}`,
    `${since} (?:${parts}|${word}\\.? (?:of )?)?(?:${year}|['’]\\d{2})`,
    `${since} \\d{2}(?=\\s*(?:[,.;)]|$))`,
    `(?:(?:from|von|de|desde|van) )?${year} (?:to|until|till|through|bis|à|a|hasta|tot) (?:${year}|${now})`,
    `between ${year} and ${year}`,
    `${year} ?${until} ?(?:${year}|\\d{2}|${now})`,
    `${year}/(?:${year}|\\d{2})`,
    `(?:${months}|${seasons})${ofMonth}(?: ?${until} ?(?:${word}${ofMonth}|${word}\\.? ['’]?\\d{2}|${now}))?`,
  ].join('|')})(?![\\p{L}\\p{N}/-])(?!${counted})`,
  'giu',
);

/** A part of whatever is found above. Most candidates have nothing like it, and need no pattern that long. */
const anyDate = new RegExp(
  `${year}|['’]\\d|\\d/\\d|class of|jahrgang|graduated|fy ?\\d|${since} \\d|(?:${months}|${seasons})[-. ]{1,2}\\d`,
  'gi',
);

const hint = 'say it roughly, such as “15+ years” or “about 5 years”';

export const candidateExactDate: Rule = {
  name: 'candidate/exact-date',
  severity: 'warning',
  what: 'A date, a month, a season or a quarter with its year, a span of years, or the year of a degree or of a change stands in an active candidate.',
  why: 'Colleagues and profile pages have the same dates, so the person can be found by them.',
  fix: 'Say it roughly: `15+ years`, `about 5 years`. Days to come, such as a first day of work, are left alone.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- 15+ years in sales, about 5 with a fintech\n- from $2000-2019 a seat to 1900-2000 users, from 2000 to 2500 stores\n- free from january 2027, may 15 reps follow, 24/7, est. 2019\n- in the ’90s style, ready by jan ’27',
        ['available: 2027-01-04'],
      ),
      sampleCandidate(
        '- free from spring 2027, not before q1 2027\n- since 10 years, q3 okrs, an mba from a top school, promoted twice in 5 years, 9/10 deals\n- graduated in the top 10, graduated in 10 months',
      ),
    ],
    bad: [
      {
        sample: sampleCandidate('- class of 2011, in sales since march 2019\n- 2015-2019 with a fintech'),
        finds: [
          { at: '11:3-11:16', message: '“class of 2011” makes the person findable', hint },
          { at: '11:27-11:43', message: '“since march 2019” makes the person findable', hint },
          { at: '12:3-12:12', message: '“2015-2019” makes the person findable', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- joined 2019-03-01, left Sept. 3rd, 2021\n- 2021 – present; 03/2019, 1.3.2019, 2015–19\n- graduated in 2011, since ’12, from 2015 to 2019, june 2020\n- jan 2015 to mar 2019, between 2012 and 2015\n- stanford ’09, ’14–’19, since q3 2019',
        ),
        finds: [
          { at: '11:10-11:20', message: '“2019-03-01” makes the person findable', hint },
          { at: '11:27-11:42', message: '“Sept. 3rd, 2021” makes the person findable', hint },
          { at: '12:3-12:17', message: '“2021 – present” makes the person findable', hint },
          { at: '12:19-12:26', message: '“03/2019” makes the person findable', hint },
          { at: '12:28-12:36', message: '“1.3.2019” makes the person findable', hint },
          { at: '12:38-12:45', message: '“2015–19” makes the person findable', hint },
          { at: '13:3-13:20', message: '“graduated in 2011” makes the person findable', hint },
          { at: '13:22-13:31', message: '“since ’12” makes the person findable', hint },
          { at: '13:33-13:50', message: '“from 2015 to 2019” makes the person findable', hint },
          { at: '13:52-13:61', message: '“june 2020” makes the person findable', hint },
          { at: '14:3-14:23', message: '“jan 2015 to mar 2019” makes the person findable', hint },
          { at: '14:25-14:46', message: '“between 2012 and 2015” makes the person findable', hint },
          { at: '15:3-15:15', message: '“stanford ’09” makes the person findable', hint },
          { at: '15:17-15:24', message: '“’14–’19” makes the person findable', hint },
          { at: '15:32-15:39', message: '“q3 2019” makes the person findable', hint },
        ],
      },
      {
        sample: sampleCandidate(
          '- spring 2019, 03/19 - 05/22, mar 19 - may 22, jan-21\n- 2018→2022, 2019/20, mba 2016, promoted in 2020\n- q3 fy22, seit märz 2019, since mid 2019',
        ),
        finds: [
          { at: '11:3-11:14', message: '“spring 2019” makes the person findable', hint },
          { at: '11:16-11:29', message: '“03/19 - 05/22” makes the person findable', hint },
          { at: '11:31-11:46', message: '“mar 19 - may 22” makes the person findable', hint },
          { at: '11:48-11:54', message: '“jan-21” makes the person findable', hint },
          { at: '12:3-12:12', message: '“2018→2022” makes the person findable', hint },
          { at: '12:14-12:21', message: '“2019/20” makes the person findable', hint },
          { at: '12:23-12:31', message: '“mba 2016” makes the person findable', hint },
          { at: '12:33-12:49', message: '“promoted in 2020” makes the person findable', hint },
          { at: '13:3-13:10', message: '“q3 fy22” makes the person findable', hint },
          { at: '13:12-13:26', message: '“seit märz 2019” makes the person findable', hint },
          { at: '13:28-13:42', message: '“since mid 2019” makes the person findable', hint },
        ],
      },
      {
        sample: sampleCandidate('- graduated in ’07, graduated a top school in 07'),
        finds: [
          { at: '11:3-11:19', message: '“graduated in ’07” makes the person findable', hint },
          { at: '11:21-11:49', message: '“graduated a top school in 07” makes the person findable', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    if (findInCandidates(issue, anyDate).length === 0) return;
    for (const { text, place } of findInCandidates(issue, dates)) {
      if (isToCome(text, issue)) continue;
      yield { place, message: `${quote(text)} makes the person findable`, hint };
    }
  },
};

/** Whether a date lies in the month of the issue or later: then it says when somebody is free. */
function isToCome(text: string, { frontMatter }: WrittenIssue): boolean {
  const [, issueYear, issueMonth] = /^(\d+)-(\d+)/.exec(frontMatter.fields.date ?? '')?.map(Number) ?? [];
  const [written] =
    /(?:19|20)\d{2}/.exec(text) ?? /(?<=['’/-]|fy ?|\p{L}{3}\.? )\d{2}(?!\d)/iu.exec(text) ?? [];
  const firstYear = written === undefined ? undefined : fullYear(written, issueYear);
  if (issueYear === undefined || issueMonth === undefined || firstYear === undefined) return false;
  const month = monthOf(text.toLowerCase()) ?? 12;
  return firstYear > issueYear || (firstYear === issueYear && month >= issueMonth);
}

/** `’09` is 2009, and `’98` was: nobody tells of a day in more than ten years. */
function fullYear(written: string, issueYear = 0): number {
  if (written.length === 4) return Number(written);
  const year = issueYear - (issueYear % 100) + Number(written.slice(-2));
  return year > issueYear + 10 ? year - 100 : year;
}

/** How the names of months begin, and of the seasons that end in one. */
const monthNames = [
  ...['jan|ene|gen', 'feb|fév', 'mar|mär|maa', 'apr|avr|abr', 'ma[iy]|mei|mag|spring|früh|printemps'],
  ...['jun|juin|giu', 'jul|juil|lug', 'aug|aoû|ago|sommer|summer|été|verano|zomer', 'sep|set', 'okt|oct|ott'],
  ...['nov|autumn|fall|herbst|automne|otoño|herfst', 'dec|déc|dez|dic'],
].map((names) => new RegExp(`(?<!\\p{L})(?:${names})`, 'u'));

function monthOf(text: string): number | undefined {
  const index = monthNames.findIndex((name) => name.test(text));
  if (index >= 0) return index + 1;
  const [, iso, slash, quarter] = /^\d{4}-(\d{2})-|(?<!\d)(\d{1,2})\/\d{2}|^q([1-4])/.exec(text) ?? [];
  if (quarter !== undefined) return Number(quarter) * 3;
  return iso === undefined && slash === undefined ? undefined : Number(iso ?? slash);
}
