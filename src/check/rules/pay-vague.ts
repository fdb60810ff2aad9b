import type { WrittenIssue } from '../../issue/issue.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import { findOpenEndedLaws } from '../pay/find-open-ended-laws.ts';
import { findPayDuties } from '../pay/pay-duties.ts';
import { findPayInText } from '../pay/pay-in-text.ts';
import { isVague, saysPay } from '../pay/says-pay.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf, type WrittenRole } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import type { TextMatch } from '../search/find-in-stretches.ts';

const hint = 'write the range itself: pay: {min: …, max: …, currency: …, per: year}';

/** “doe” alone is a word of other languages, and a surname. */
const phrases =
  /(?<!\p{L})(?:competitive (?:salary|pay|compensation|comp|package|base|wage)|(?:salary|pay|compensation|comp) (?:is )?(?:competitive|negotiable)|depending on experience|(?:salary|pay|comp|compensation|rate|base)[:, (–—-]{1,3}doe)(?!\p{L})/giu;

export const payVague: Rule = {
  name: 'pay/vague',
  severity: 'note',
  what: 'The text of an open role speaks of pay without saying it: competitive salary, depending on experience, “up to $200k”, “$200k+”; and there is no `pay`, or it is such a phrase. Where a law asks for the pay, pay/jurisdiction speaks instead.',
  why: 'Readers know what that means, and skip the role.',
  fix: 'Write the range in `pay`, or leave the phrase out.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'pay: USD 180,000 per year'], '- competitive salary, $250k+ ote'),
      sampleRole(['title: vp of sales', 'pay: nach Tarif']),
      sampleRole(['title: vp of sales', 'location: chicago', 'pay: competitive']),
      sampleRole(
        ['title: vp of sales'],
        '- a competitive market, scaled from $2m to $200k+ a day in revenue',
      ),
      sampleRole(['title: vp of sales'], '- wat je doet en doe, reports to jane doe\n- $180–240k base'),
      sampleRole(['title: vp of sales', 'status: filled'], '- competitive salary'),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'pay: competitive, DOE']),
        finds: [{ at: '9:6-9:22', message: '“competitive, DOE” says no pay', hint }],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: berlin', 'pay: on request + 401(k)']),
        finds: [{ at: '10:6-10:25', message: '“on request + 401(k)” says no pay', hint }],
      },
      {
        sample: sampleRole(['title: vp of sales'], '- series a\n- competitive salary, base up to $200k'),
        finds: [
          { at: '12:3-12:21', message: '“competitive salary” says no pay', hint },
          { at: '12:28-12:39', message: '“up to $200k” says no pay', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const { pay } = role.fields;
      // Where a law asks for the pay, pay/jurisdiction asks for what these words stand for.
      if (findPayDuties(issue, role) !== undefined && !saysPay(issue, role)) continue;
      if (typeof pay === 'string' && isVague(pay)) {
        yield { place: placeOfField(role, 'pay'), message: `${quote(pay)} says no pay`, hint };
      }
      if (role.places.has('pay')) continue;
      for (const { text, place } of findVaguePay(issue, role)) {
        yield { place, message: `${quote(text)} says no pay`, hint };
      }
    }
  },
};

function findVaguePay(issue: WrittenIssue, role: WrittenRole): readonly Pick<TextMatch, 'text' | 'place'>[] {
  const pay = findPayInText(issue, role);
  // Beside a whole range, “depending on experience” says where in it.
  if (pay.some(({ kind }) => kind === 'range')) return [];
  // pay/open-ended speaks of the others.
  const isForbidden = findOpenEndedLaws(issue, role) !== undefined;
  const openEnded = isForbidden ? [] : pay.filter(({ kind }) => kind === 'openEnded');
  return [...findInReadableText(onlyBlocks(issue, [role]), phrases), ...openEnded];
}
