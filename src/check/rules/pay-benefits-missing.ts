import { onlyBlocks } from '../markdown/only-blocks.ts';
import { findMissingPart } from '../pay/pay-duties.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import { LatePattern } from '../search/pattern.ts';

const hint =
  'add benefits: with a line such as health insurance, 401(k), 20 days off, or ignore it with a why; not legal advice, table of 2026-11';

/** What an employer may sell as well as give: it counts with a word such as “insurance” or another benefit beside it. */
const sold = '(?:health|medical|dental|vision|life|disability)(?:care)?';

/** Any benefit in the text is taken for what the law asks for. */
const benefits = new LatePattern(
  String.raw`(?<!\p{L})(?:${[
    `benefits?(?! (?:of|from|platform|startup|company|administration|tech|software))`,
    'perks|401\\(?k|pto|vacation(?! rental)|holidays|days? off|time off|(?:parental|maternity|sick|paid) leave|pension|retirement plan',
    `${sold}(?: ?[,/&+]| and) ?(?:${sold}|401\\(?k|pto)`,
    `${sold} (?:insurance|plan|cover|coverage)`,
    'avantages|prestations',
  ].join('|')})(?!\p{L})`,
  'giu',
);

export const payBenefitsMissing: Rule = {
  name: 'pay/benefits-missing',
  severity: 'warning',
  what: 'An open role says nothing of benefits, and the place in which it is done asks for them in advertisements.',
  why: 'There the law wants them next to the pay. This is a reminder from a dated table, not legal advice.',
  fix: 'Add a line `benefits`, or say in `ignore` why it is not needed.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'location: sf, ca']),
      sampleRole(['title: vp of sales', 'location: denver', 'benefits: health insurance, 401(k)']),
      sampleRole(['title: vp of sales', 'location: denver'], '- health, dental, 20 days of pto'),
      sampleRole(['title: vp of sales', 'location: denver'], '- employee benefits: health insurance'),
      sampleRole(['title: vp of sales', 'location: chicago', 'employerSize: 14']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'location: chicago']),
        finds: [
          {
            at: '9:11-9:18',
            message:
              'illinois asks for the benefits in the ad (15+ staff), also from the recruiter who posts it',
            hint,
          },
        ],
      },
      {
        sample: sampleRole(
          ['title: vp of sales', 'location: Boulder, CO'],
          '- a clear vision, sells to health systems\n- an insurance startup, says the benefits of it',
        ),
        finds: [{ at: '9:11-9:22', message: 'colorado asks for the benefits in the ad', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      if (role.places.has('benefits')) continue;
      const trouble = findMissingPart(
        { issue, role },
        {
          asked: 'the benefits',
          advice: 'add benefits: with a line such as health insurance, 401(k), 20 days off',
          isAskedBy: (law) => law.benefits === true,
        },
      );
      if (trouble === undefined) continue;
      const isNamed = findInReadableText(onlyBlocks(issue, [role]), benefits).length > 0;
      if (!isNamed) yield trouble;
    }
  },
};
