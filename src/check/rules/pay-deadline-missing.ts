import { onlyBlocks } from '../markdown/only-blocks.ts';
import { findMissingPart } from '../pay/pay-duties.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import { LatePattern } from '../search/pattern.ts';

const advice = 'add closes: with a date, or a line such as “we take applications until it is filled”';
const hint = `${advice}, or ignore it with a why; not legal advice, table of 2026-11`;

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*';
const day = String.raw`(?:the )?(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}(?![\d%xkm])|\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\b|${month}\.? \d{1,2}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|end of\b)`;
const untilDay = `(?:,? (?:by|before|until|till|on|no later than)|:)? ${day}`;
const applications = '(?:applications?|applicants|candidates|cvs|resumes)';
const rolling = '(?:on (?:a |an )?(?:rolling|ongoing|continuous)(?: basis)?|continuously|all year)';

/** The last day to apply, or that there is none. A deadline that somebody works to, and deals that close, are none. */
const deadline = new LatePattern(
  String.raw`(?<!\p{L})(?:${[
    'application deadline|closing date|deadline (?:for applications|to apply)',
    `deadline(?: is|:)? ${day}`,
    `no (?:application )?deadline`,
    `(?:apply|send (?:us )?your (?:cv|resume))${untilDay}`,
    `${applications}(?: (?:are|is|will be))?(?: (?:due|close[sd]?|accepted|taken|welcome|open|reviewed|considered))?${untilDay}`,
    `clos(?:es?|ing)(?: on|:)? ${day}`,
    `open (?:until|till) ${day}`,
    `until (?:(?:it|this|the (?:role|job|position|seat|post))(?:[’']s| is| has been)? )?filled`,
    `until (?:we|i)(?:[’']ve| have)? (?:find|found|hire|hired|fill|filled)`,
    `(?:rolling|ongoing) (?:applications|admissions?|deadline|review of applications)`,
    `${applications}(?: (?:are|is|will be))?(?: (?:accepted|taken|open|reviewed|considered|welcome))? ${rolling}`,
    `(?:accept(?:ing)?|tak(?:e|ing)|review(?:ing)?) ${applications} ${rolling}`,
  ].join('|')})(?!\p{L})`,
  'giu',
);

export const payDeadlineMissing: Rule = {
  name: 'pay/deadline-missing',
  severity: 'warning',
  what: 'An open role says nothing of a last day to apply, and the place in which it is done asks for it in advertisements.',
  why: 'Colorado wants it next to the pay. This is a reminder from a dated table, not legal advice.',
  fix: 'Add `closes`, or say in the text that applications are taken until the role is filled.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'location: denver', 'closes: 2026-12-31']),
      sampleRole(['title: vp of sales', 'location: denver'], '- we take applications until it’s filled'),
      sampleRole(['title: vp of sales', 'location: denver'], '- apply by december 15'),
      sampleRole(
        ['title: vp of sales', 'location: denver'],
        '- applications are accepted on an ongoing basis',
      ),
      sampleRole(['title: vp of sales', 'location: denver'], '- applications by the end of december'),
      sampleRole(['title: vp of sales', 'location: denver'], '- this closes on 31 december'),
      sampleRole(['title: vp of sales', 'location: denver'], '- application deadline: 2026-12-31'),
      sampleRole(['title: vp of sales', 'location: chicago']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'location: denver']),
        finds: [{ at: '9:11-9:17', message: 'colorado asks for the last day to apply in the ad', hint }],
      },
      {
        sample: sampleRole(
          ['title: vp of sales', 'location: denver'],
          '- closes six-figure deals at 1.5x quota, ongoing coaching\n- rolling forecasts, to deadline\n- apply by e-mail',
        ),
        finds: [{ at: '9:11-9:17', message: 'colorado asks for the last day to apply in the ad', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      if (role.places.has('closes')) continue;
      const trouble = findMissingPart(
        { issue, role },
        {
          asked: 'the last day to apply',
          advice,
          isAskedBy: (law, date) => law.deadline !== undefined && law.deadline.since <= date,
        },
      );
      if (trouble === undefined) continue;
      const isNamed = findInReadableText(onlyBlocks(issue, [role]), deadline).length > 0;
      if (!isNamed) yield trouble;
    }
  },
};
