import type { WrittenIssue } from '../../issue/issue.ts';
import { countries } from '../pay/countries.ts';
import { findMissingPart, findPayDuties } from '../pay/pay-duties.ts';
import { saysPay } from '../pay/says-pay.ts';
import { openRolesOf, type WrittenRole } from '../roles/open-roles.ts';
import { sampleRole, writeRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';
import { sampleWorkspace } from '../sample.ts';

const end = 'per: year}, or ignore it with a why; not legal advice, table of 2026-11';
const hint = `add pay: {min: …, max: …, currency: USD, ${end}`;

export const payJurisdiction: Rule = {
  name: 'pay/jurisdiction',
  severity: 'warning',
  what: 'An open role names no pay, or only words such as “on request” for it, and the place in which it is done asks for it in advertisements; `employerSize` counts where it is written.',
  why: 'Several of these laws speak to the recruiter who posts the role too. This is a reminder from a dated table, not legal advice.',
  fix: 'Add `pay` with its lower and upper end, or say in `ignore` why it is not needed.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales']),
      sampleRole(['title: vp of sales', 'location: sf, ca', 'pay: USD 180,000–240,000 per year']),
      sampleRole(['title: vp of sales', 'location: sf, ca'], '- $180–240k base'),
      sampleRole(['title: vp of sales', 'location: sf, ca'], '- 180-240k usd\n- series a'),
      sampleRole(['title: vp of sales', 'location: nyc'], '- base: $200k+'),
      sampleRole(['title: vp of sales', 'location: nyc', 'pay: up to 200k']),
      sampleRole(['title: vp of sales', 'location: sf, ca', 'employerSize: 14']),
      sampleRole(['title: vp of sales', 'location: {city: Berlin, country: DE}']),
      sampleRole(['title: vp of sales', 'location: tel aviv, il']),
      sampleRole(['title: vp of sales', 'location: wilmington, de']),
      sampleRole(['title: vp of sales', 'workplace: remote', 'remoteFrom: [DE, GB]']),
      sampleRole(['title: vp of sales', 'location: nyc', 'status: filled']),
      sampleWorkspace({
        'issues/001.md': [
          'title: before virginia asked\nnumber: 1\ndate: 2026-06-30',
          writeRole(['title: vp of sales', 'location: richmond, va']),
        ],
      }),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'location: sf, ca']),
        finds: [
          {
            at: '9:11-9:17',
            message:
              'california asks for the pay range in the ad (15+ staff), also from the recruiter who posts it',
            hint,
          },
        ],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: seattle', 'pay: on request']),
        finds: [
          {
            at: '9:11-9:18',
            message:
              'washington state asks for the pay range in the ad (15+ staff), also where a recruiter posts it',
            hint: `write pay: {min: …, max: …, currency: USD, ${end}`,
          },
        ],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: {city: New York, region: NY, country: US}']),
        finds: [
          {
            at: '9:11-9:52',
            message:
              'new york city asks for the pay range in the ad (4+ staff), also from the recruiter who posts it',
            hint,
          },
        ],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: sf or denver']),
        finds: [
          { at: '9:11-9:23', message: 'california and colorado ask for the pay range in the ad', hint },
        ],
      },
      {
        sample: sampleRole([
          'title: vp of sales',
          'workplace: remote',
          'remoteFrom: [US]',
          'employerSize: 3',
        ]),
        finds: [
          {
            at: '10:13-10:17',
            message:
              'this can be done remotely in colorado, maryland, washington d.c. and 1 other place, which ask for the pay range in the ad',
            hint,
          },
        ],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: remote (canada)', 'employerSize: 8']),
        finds: [
          {
            at: '9:11-9:26',
            message: 'this can be done remotely in british columbia, which asks for the pay range in the ad',
            hint: `add pay: {min: …, max: …, currency: CAD, ${end}`,
          },
        ],
      },
      {
        sample: sampleRole(['title: vp of sales', 'location: milano, italia']),
        finds: [
          {
            at: '9:11-9:25',
            message: 'italy asks for the pay range in the ad or before the interview',
            hint: `add pay: {min: …, max: …, currency: EUR, ${end}`,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      if (findPayDuties(issue, role) === undefined || saysPay(issue, role)) continue;
      const trouble = findMissingPart(
        { issue, role },
        {
          asked: 'the pay range',
          advice: `${role.places.has('pay') ? 'write' : 'add'} pay: {min: …, max: …, currency: ${currencyFor(issue, role)}, per: year}`,
          isAskedBy: () => true,
        },
      );
      if (trouble !== undefined) yield trouble;
    }
  },
};

function currencyFor(issue: WrittenIssue, role: WrittenRole): string {
  const country = findPayDuties(issue, role)?.laws[0]?.country ?? '';
  return countries.get(country)?.currency ?? '…';
}
