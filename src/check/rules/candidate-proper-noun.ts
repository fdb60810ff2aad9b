import type { WrittenIssue } from '../../issue/issue.ts';
import { candidatesOf, type WrittenCandidate } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import type { TextMatch } from '../search/find-in-stretches.ts';

/** One capitalised word, or several in a row. */
const capitalised = /(?<![\p{L}\p{N}_’'-])\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}+)*(?![\p{L}\p{N}_])/gu;
const anything = /\S.*/gu;

/** A capitalised name behind a word that says that somebody works there, whatever the style of writing. */
const employer =
  /(?<=(?:^|[\s(])(?:at|joined|left|leaving|ex)[\s-])\p{Lu}[\p{L}\d&’'-]+(?: \p{Lu}[\p{L}\d&’'-]+)*(?![\p{L}\d&’'-]| (?:level|stage|companies|startups|scale-ups))/gu;

/** More capitalised words than this are a style of writing. */
const most = 4;

/** Words that many authors capitalise whatever their style, and that name neither a person nor an employer. */
const harmless: ReadonlySet<string> = new Set([
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ...['English', 'German', 'French', 'Spanish', 'Italian', 'Dutch', 'Portuguese', 'Mandarin', 'Japanese'],
  ...['American', 'British', 'European', 'Asian', 'Europe', 'America', 'Asia', 'Africa', 'Germany', 'France'],
  ...[
    'Spain',
    'Canada',
    'India',
    'China',
    'Bay Area',
    'San Francisco',
    'New York',
    'London',
    'Berlin',
    'Paris',
  ],
  ...['Boston', 'Chicago', 'Austin', 'Seattle', 'Excel', 'Python', 'Java', 'Salesforce', 'Linux', 'Windows'],
  ...[
    'Fortune',
    'Big',
    'Seed',
    'Scale',
    'Enterprise',
    'Director',
    'VP',
    'CEO',
    'FAANG',
    'SaaS',
    'Home',
    'Work',
  ],
  ...['Series', 'Christmas', 'Thanksgiving', 'Internet', 'Web'],
]);

const hint = 'if it names somebody, say what kind it is: “a fintech you know of”';

export const candidateProperNoun: Rule = {
  name: 'candidate/proper-noun',
  severity: 'note',
  what: 'In an active candidate that is written in lower case, one word has a capital; or, in any style, a capitalised name stands behind “at”, “joined” or “left”. It may be a person’s or an employer’s.',
  why: 'A name is the one thing that a blind profile must not have.',
  fix: 'Say what kind it is, such as “a fintech you know of”. If it names nobody, leave it.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- I’ve known them since March, speaks German, KPIs, SaaS, PhD, B2B\n- wants a “Been there done that”, iOS, `Norwick`\n- in the Bay Area',
      ),
      sampleCandidate(
        '- 15 Years in Sales at Series B Startups\n- Met at Director level, works at Fortune 500s',
      ),
      sampleCandidate('- 15 years in sales. Then in Sales at Seed stage'),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales, 5 of them at Norwick\n- reported to Jane Doe'),
        finds: [
          { at: '11:35-11:42', message: '“Norwick” may be a name', hint },
          { at: '12:15-12:23', message: '“Jane Doe” may be a name', hint },
        ],
      },
      {
        sample: sampleCandidate('- 15 Years at Norwick\n- Joined from Sales, left Acme & Sons'),
        finds: [
          { at: '11:15-11:22', message: '“Norwick” may be a name', hint },
          { at: '12:27-12:31', message: '“Acme” may be a name', hint },
        ],
      },
      {
        sample: sampleCandidate('- built sales for **Jürgen**’s team'),
        finds: [{ at: '11:21-11:27', message: '“Jürgen” may be a name', hint }],
      },
    ],
  }),
  *check(context) {
    const { issue } = context;
    // In other languages a capital can mean something else than a name.
    if (!isEnglish(context)) return;
    for (const candidate of candidatesOf(issue)) {
      for (const { text, place } of findNames(issue, candidate)) {
        yield { place, message: `${quote(text)} may be a name`, hint };
      }
    }
  },
};

function findNames(issue: WrittenIssue, candidate: WrittenCandidate): readonly TextMatch[] {
  const alone = onlyBlocks(issue, [candidate]);
  const lines = issue.source.split('\n');
  const { title = '' } = candidate.fields;
  const found = findInReadableText(alone, capitalised).filter(({ field }) => field === undefined);
  const words = found.map((match) => ({ ...match, start: startOf(match, lines) }));
  const isLowerCase =
    found.length <= most &&
    !/\p{Lu}\p{Ll}/u.test(title) &&
    words.every(({ start }) => start !== 'sentence') &&
    findInReadableText(alone, anything).some(({ text }) => /\p{Ll}{3}/u.test(text));
  if (isLowerCase) return words.filter(({ text, start }) => start === 'none' && !harmless.has(text));
  return findInReadableText(alone, employer).filter(({ text }) => !harmless.has(text.replace(/ .*/, '')));
}

/** Whether a word starts a sentence, or a quotation, which has a style of its own. */
function startOf({ place }: TextMatch, lines: readonly string[]): 'sentence' | 'quotation' | 'none' {
  const before = (lines[place.line - 1] ?? '').slice(0, place.column - 1).replaceAll(/[*_~[]/g, '');
  if (/["“„«‘'(]\s*$/.test(before)) return 'quotation';
  return /^[\s>#]*(?:[-+]|\d+[.)])?[\s>#]*$|[.!?:…|]\s+$/.test(before) ? 'sentence' : 'none';
}
