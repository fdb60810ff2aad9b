import { findMissingPart } from '../pay/pay-duties.ts';
import { findInReadableText } from '../reading/find-in-readable-text.ts';
import { onlyBlocks } from '../reading/only-blocks.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const write = 'closes: with a date, or a line such as “we take applications until it is filled”';
const hint = `add ${write}, or ignore it with a why; not legal advice, table of 2026-11`;

const deadline =
  /(?<!\p{L})(?:deadline|apply by|apply before|applications? (?:close|until|by|due|are accepted|accepted)|closes|closing date|until (?:it(?:’|')?s? ?(?:is )?)?filled|rolling|ongoing)(?!\p{L})/giu;

export const payDeadlineMissing: Rule = {
  name: 'pay/deadline-missing',
  severity: 'warning',
  what: 'An open role says nothing of a last day to apply, and the place in which it is done asks for it in advertisements.',
  why: 'Colorado wants it next to the pay. This is a reminder from a dated table, not legal advice.',
  fix: 'Add `closes`, or say in the text that applications are taken until the role is filled.',
  samples: {
    good: [
      sampleRole(['title: vp of sales', 'location: denver', 'closes: 2026-12-31']),
      sampleRole(['title: vp of sales', 'location: denver'], '- we take applications until it’s filled'),
      sampleRole(['title: vp of sales', 'location: chicago']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'location: denver']),
        finds: [{ at: '9:11-9:17', message: 'colorado asks for the last day to apply in the ad', hint }],
      },
    ],
  },
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const isNamed = findInReadableText(onlyBlocks(issue, [role]), deadline).length > 0;
      if (role.places.has('closes') || isNamed) continue;
      const trouble = findMissingPart(
        { issue, role },
        {
          asked: 'the last day to apply',
          write,
          isAskedBy: (law, date) => law.deadline !== undefined && law.deadline.since <= date,
        },
      );
      if (trouble !== undefined) yield trouble;
    }
  },
};
