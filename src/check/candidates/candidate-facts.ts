import type { WrittenIssue } from '../../issue/issue.ts';
import { quote } from '../reading/quote.ts';
import { LatePattern, type Pattern } from '../search/pattern.ts';
import type { WrittenCandidate } from './active-candidates.ts';
import { findInCandidate } from './find-in-candidate.ts';

/** One of the facts that, together, can leave only one person. */
interface Fact {
  readonly kind: string;
  /** What the author could say instead, such as ““15 years” could be “15+ years””. */
  readonly softer: string;
}

interface FactPattern {
  readonly kind: string;
  readonly soften: (text: string) => string;
  readonly pattern: Pattern;
  /** How many matches make one fact. */
  readonly least?: number;
}

const vaguePlaces =
  'us|usa|uk|eu|emea|apac|dach|latam|europe|america|asia|north|south|east|west|central|germany|france|spain|italy|ireland|switzerland|austria|canada|india|australia';

const cities =
  'sf|nyc|san francisco|new york|los angeles|chicago|boston|seattle|austin|denver|atlanta|miami|dallas|houston|philadelphia|portland|toronto|vancouver|montreal|london|manchester|dublin|paris|berlin|munich|hamburg|zurich|geneva|vienna|amsterdam|madrid|barcelona|lisbon|milan|rome|stockholm|copenhagen|oslo|helsinki|warsaw|prague|tel aviv|dubai|mumbai|bangalore|bengaluru|delhi|singapore|hong kong|tokyo|sydney|melbourne';

const patterns: readonly FactPattern[] = [
  {
    kind: 'exact years',
    soften: (text) => `${quote(text)} could be “${text.replace(/\D.*$/, '')}+ years”`,
    pattern: whole('(?<!(?:about|around|almost|nearly|over|than|roughly|some) )\\d{1,2} (?:years?|yrs)'),
  },
  {
    kind: 'two figures',
    soften: () => 'the figures could be “many times over”',
    pattern: /[$€£]\d[\d,.]*/gu,
    least: 2,
  },
  {
    kind: 'a city',
    soften: (text) => `${quote(text)} could be its region`,
    pattern: whole(`(?:${cities})`, `based in (?!the |(?:${vaguePlaces})(?!\\p{L}))\\p{L}+`),
  },
  {
    kind: 'a sector',
    soften: (text) => `${quote(text)} could be “software” or “services”`,
    pattern: whole(
      '(?:fin|health|med|bio|ed|prop|insur|mar|ad|legal|rev|clean|climate|agri|food|hr|gov|space)[ -]?tech',
      'cyber ?security|e-?commerce|logistics|pharma|gaming|crypto|semiconductors?|automotive|aerospace|banking|insurance|telecoms?|devtools|robotics|defen[cs]e|real estate|private equity|venture capital',
    ),
  },
  {
    kind: 'a rank',
    soften: (text) => `${quote(text)} could be “leader”`,
    pattern: whole(
      '[se]?vp|vice president|head of|c[a-z]o(?! ?level)|chief|managing director|director|president(?!.s club)|founder|co-?founder',
    ),
  },
  {
    kind: 'something only they have',
    soften: (text) => `${quote(text)} could go`,
    pattern: whole(
      '(?:the|their|as|an|a) (?:only|first|youngest)',
      '(?:first|only) (?:\\p{L}+ )?(?:hire|employee|woman|person|seller|rep|engineer|designer|marketer)',
      'founding|award(?:s|[ -]winning)?|patent(?:s|ed)?|forbes|y ?combinator|yc',
    ),
  },
  {
    kind: 'a school or certificate',
    soften: (text) => `${quote(text)} could be “a top school”`,
    pattern: whole(
      'stanford|harvard|wharton|insead|oxford|cambridge|yale|princeton|berkeley|caltech|cornell|dartmouth|kellogg|hec|iit|lbs|cfa|cpa|pmp|cissp|phd|mba|mit grad(?:uate)?',
    ),
  },
  {
    kind: 'the size of a team',
    soften: (text) => `${quote(text)} could be “a large team”`,
    pattern: whole(
      '(?:team|org|organi[sz]ation|department|group) of (?:over |about |around )?\\d+',
      '\\d+[ -](?:person|people|strong|reps|engineers|sellers|sales ?people|direct reports)',
    ),
  },
];

/** The kinds of identifying facts in what readers read about a candidate, each with the wording to consider. */
export function findFacts(issue: WrittenIssue, candidate: WrittenCandidate): readonly Fact[] {
  return patterns.flatMap(({ kind, soften, pattern, least = 1 }) => {
    const found = findInCandidate(issue, candidate, pattern);
    const matches = found.filter(({ field }) => field !== 'payWanted');
    const first = matches[0];
    return first === undefined || matches.length < least ? [] : [{ kind, softer: soften(first.text) }];
  });
}

function whole(...forms: readonly string[]): LatePattern {
  return new LatePattern(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}+])`, 'giu');
}
