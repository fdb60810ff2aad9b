import { openRolesOf, type WrittenRole } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';
import { findInLines } from '../search/find-in-lines.ts';

interface Noise {
  readonly pattern: RegExp;
  readonly hint: string;
}

const requisition: Noise = {
  pattern:
    /(?<![\p{L}\p{N}])(?:req(?:uisition)?[-_ #:.]{0,3}\d{2,12}|JR-?\d{4,12}|R-\d{4,12}|#\d{3,12})(?![\p{L}\p{N}])/giu,
  hint: 'delete it: the number is for the client’s own system',
};

/** A sum in thousands, a whole yearly sum, or one an hour. Millions are what a company has raised or sells. */
const pay: Noise = {
  pattern:
    /[$€£]\s?\d{2,3}k?\s?[-–—]\s?[$€£]?\d{2,3}k(?![\p{L}\p{N}])\+?|[$€£]\s?\d{2,3}k(?![\p{L}\p{N}])\+?|[$€£]\s?\d{2,3}[.,]\d{3}(?![\d.,]\d|\s?[\p{L}])|(?<![\p{L}\p{N}$€£])\d{2,3}k?\s?[-–—]\s?\d{2,3}k(?![\p{L}\p{N}])(?!\s[\p{L}])|[$€£]\s?\d{1,4}\s?(?:\/\s?h|per hour|an hour)(?:ou)?r?(?![\p{L}])/giu,
  hint: 'put it into pay:, where job boards and readers look for it',
};

const shout: Noise = { pattern: /!+/g, hint: 'delete it' };

/** “urgent care” is a place of work. */
const hurry: Noise = {
  pattern:
    /(?<![\p{L}\p{N}-])(?:urgent(?:ly)?(?! (?:care|treatment|response|repairs?|transport|medic|dental|eye|cases?|clinic|appointments?|surgery|and|&))(?![\p{L}-])|immediate start(?!\p{L})|asap(?![\p{L}\p{N}]))/giu,
  hint: 'delete it; a date in closes: says it better',
};

export const roleTitleNoise: Rule = {
  name: 'role/title-noise',
  severity: 'warning',
  what: 'The title of an open role holds something besides the job: a requisition number, pay, `!`, or “urgent”, “asap” and the like.',
  why: 'The title is what readers skim and what job boards sort by; Google asks for the job alone.',
  fix: 'Keep the job’s title alone. Pay belongs into `pay`, a deadline into `closes`.',
  samples: () => ({
    good: [
      sampleRole(['title: urgent care physician (c#, $10m arr)']),
      sampleRole(['title: "#1 hire in sales, 100k users"']),
      sampleRole(['title: head of sales at yodel!', 'company: yodel!']),
      sampleRole(['title: Vertriebsleiter (m/w/d) für die Region DACH']),
    ],
    bad: [
      {
        sample: sampleRole(['title: "urgent: vp of sales REQ-1234 ($180–240k)!"']),
        finds: [
          { at: '8:9-8:15', message: '“urgent” is in the title', hint: hurry.hint },
          { at: '8:29-8:37', message: '“REQ-1234” is in the title', hint: requisition.hint },
          { at: '8:39-8:48', message: '“$180–240k” is in the title', hint: pay.hint },
          { at: '8:49-8:50', message: '“!” is in the title', hint: shout.hint },
        ],
      },
      {
        sample: sampleRole(['title: nurse 李 (asap, immediate start), €45.000']),
        finds: [
          { at: '8:17-8:21', message: '“asap” is in the title', hint: hurry.hint },
          { at: '8:23-8:38', message: '“immediate start” is in the title', hint: hurry.hint },
          { at: '8:41-8:48', message: '“€45.000” is in the title', hint: pay.hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const role of openRolesOf(issue)) {
      const title = role.places.get('title')?.value;
      if (title === undefined) continue;
      for (const { pattern, hint } of noisesFor(role)) {
        for (const { text, place } of findInLines(lines, title, pattern)) {
          yield { place, message: `“${text}” is in the title`, hint };
        }
      }
    }
  },
};

/** A company may write itself with an exclamation mark. */
function noisesFor({ fields }: WrittenRole): readonly Noise[] {
  const isName = fields.company?.includes('!') ?? false;
  return [requisition, pay, hurry, ...(isName ? [] : [shout])];
}
