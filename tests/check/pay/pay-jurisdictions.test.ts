import { describe, expect, it } from 'vitest';
import { createArchive } from '../../../src/check/archive.ts';
import { runRule } from '../../../src/check/check-issues.ts';
import { sampleNewsletter } from '../../../src/check/newsletter.ts';
import { payJurisdictions } from '../../../src/check/pay/pay-jurisdictions.ts';
import { writeRole } from '../../../src/check/roles/sample-role.ts';
import type { Rule } from '../../../src/check/rule.ts';
import { payBenefitsMissing } from '../../../src/check/rules/pay-benefits-missing.ts';
import { payDeadlineMissing } from '../../../src/check/rules/pay-deadline-missing.ts';
import { payJurisdiction } from '../../../src/check/rules/pay-jurisdiction.ts';
import { payOpenEnded } from '../../../src/check/rules/pay-open-ended.ts';
import { sampleWorkspace } from '../../../src/check/sample.ts';
import { parseFiles } from '../parse-sample.ts';

interface Row {
  readonly name: string;
  readonly location: string;
  readonly since: string;
  readonly staff: number;
  readonly recruiters?: 'asked' | 'covered';
  readonly benefits?: true;
  /** Since when the last day to apply is asked for. */
  readonly deadline?: string;
  readonly closedRange?: 'asked' | 'proposed';
  readonly orBeforeInterview?: true;
}

/**
 * The laws as of November 2026, a second time: who changes a row of the table changes it here too. The comments say
 * where each was read.
 */
const rows: readonly Row[] = [
  // Agencies of any size, no “and up”: mondaq.com 1247510 and 1246600.
  row('new york city', 'nyc', '2022-11-01', 4, { recruiters: 'asked', closedRange: 'asked' }),
  // jerseycitynj.gov. The proposed rules are the state’s.
  row('jersey city', 'jersey city', '2022-04-13', 5, { benefits: true }),
  // beneschlaw.com, shrm.org: placement agencies are named.
  row('cleveland', 'cleveland, oh', '2025-10-27', 15, { recruiters: 'asked' }),
  // dnmrs.co, ogletree.com: in force then, enforced from 2027 on.
  row('columbus', 'columbus, oh', '2025-12-03', 15, { recruiters: 'asked' }),
  // adpinsightsandsolutionsbulletin.com 6848: a third party shall include the scale.
  row('california', 'sf, ca', '2023-01-01', 15, { recruiters: 'asked' }),
  // nysenate.gov LAB 194-b: “employment agency … or agent”.
  row('new york state', 'albany, ny', '2023-09-17', 4, { recruiters: 'asked' }),
  // thecompliantemployer.com, coolworks.com: the deadline came later.
  row('colorado', 'denver', '2021-01-01', 1, { benefits: true, deadline: '2024-01-01' }),
  // lawfilesext.leg.wa.gov 5408-S: postings through third parties count.
  row('washington state', 'seattle', '2023-01-01', 15, { recruiters: 'covered', benefits: true }),
  // labor.illinois.gov/pay: third parties are liable unless they were given no data.
  row('illinois', 'chicago', '2025-01-01', 15, { recruiters: 'asked', benefits: true }),
  // mondaq.com 1469770: no open-ended range; the employer is liable via third parties.
  row('minnesota', 'minneapolis', '2025-01-01', 30, {
    ...{ recruiters: 'covered', benefits: true, closedRange: 'asked' },
  }),
  // payequityadvisor.com; ogletree.com on the proposed rules, whose adoption nobody could confirm.
  row('new jersey', 'princeton, nj', '2025-06-01', 10, { benefits: true, closedRange: 'proposed' }),
  // sheeheyvt.com: a minimum and a maximum.
  row('vermont', 'burlington, vt', '2025-07-01', 5, { closedRange: 'asked' }),
  // gtlaw.com 2025-10: third-party postings are included.
  row('massachusetts', 'boston', '2025-10-29', 25, { recruiters: 'covered' }),
  // nabkanews.com: a “recruitment agency” is named.
  row('maryland', 'baltimore', '2024-10-01', 1, { recruiters: 'asked', benefits: true }),
  // natlawreview.com, on Massachusetts, Minnesota and Vermont, has the dates of these two.
  row('washington d.c.', 'washington, dc', '2024-06-30', 1, {}),
  // § 378-2.8.
  row('hawaii', 'honolulu', '2024-01-01', 50, {}),
  // hirschlerlaw.com, virginiabusiness.com.
  row('virginia', 'richmond, va', '2026-07-01', 1, {}),
  // brightmine.com says the 13th, complianceposter.com the 29th; “regardless” of third-party recruiting.
  row('maine', 'portland, me', '2026-07-29', 10, { recruiters: 'covered' }),
  // talentpulse.news and tvdelmarva.com: more than 25.
  row('delaware', 'wilmington, de, usa', '2027-09-26', 26, { benefits: true }),
  // bridgelegalhr.ca, harrisco.com: third-party posts included, “up to $30” fails.
  row('british columbia', 'vancouver, bc', '2023-11-01', 1, { recruiters: 'covered', closedRange: 'asked' }),
  // sherrardkuzz.com: “or a person acting on behalf”.
  row('ontario', 'toronto', '2026-01-01', 25, { recruiters: 'asked' }),
  // Directive 2023/970, article 5: leglobal.law, teamed.global.
  row('italy', 'milano, italia', '2026-06-07', 1, { orBeforeInterview: true }),
  row('slovakia', 'bratislava, slovakia', '2026-06-07', 1, { orBeforeInterview: true }),
  row('lithuania', 'vilnius, lithuania', '2026-06-07', 1, { orBeforeInterview: true }),
  row('malta', 'valletta, malta', '2026-06-07', 1, { orBeforeInterview: true }),
];

it('has no row that is not held here, and none twice', () => {
  expect(payJurisdictions.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
});

describe.each(rows)('$name', (law) => {
  const { name, since, staff } = law;

  it('asks for pay from its first day on, in the words for its recruiters and its size', () => {
    const where = law.orBeforeInterview === true ? 'in the ad or before the interview' : 'in the ad';
    const size = staff > 1 ? ` (${staff}+ staff)` : '';
    expect(messagesOf(payJurisdiction, law)).toEqual([
      `${name} asks for the pay range ${where}${size}${recruitersOf(law)}`,
    ]);
    expect(messagesOf(payJurisdiction, { ...law, date: dayBefore(since) }).join()).not.toContain(name);
  });

  it('asks for benefits, for a last day to apply and for both ends where it does', () => {
    expect(messagesOf(payBenefitsMissing, law).length).toBe(law.benefits === true ? 1 : 0);
    const date = law.deadline ?? since;
    expect(messagesOf(payDeadlineMissing, { ...law, date }).length).toBe(law.deadline === undefined ? 0 : 1);
    expect(messagesOf(payDeadlineMissing, { ...law, date: dayBefore(date) })).toEqual([]);
    const asks = {
      asked: [`“200k+” has one end, ${name} asks for both`],
      proposed: [`“200k+” has one end, the proposed rules of ${name} ask for both`],
      none: [],
    }[law.closedRange ?? 'none'];
    expect(messagesOf(payOpenEnded, { ...law, pay: '200k+' })).toEqual(asks);
  });
});

it.each(rows.filter(({ staff }) => staff > 1))('$name asks nothing of a smaller employer', (law) => {
  const messages = messagesOf(payJurisdiction, { ...law, staff: law.staff - 1 });
  expect(messages.join()).not.toContain(law.name);
});

function row(
  name: string,
  location: string,
  since: string,
  staff: number,
  more: Omit<Row, 'name' | 'location' | 'since' | 'staff'>,
): Row {
  return { name, location, since, staff, ...more };
}

function recruitersOf({ recruiters }: Row): string {
  if (recruiters === 'asked') return ', also from the recruiter who posts it';
  return recruiters === 'covered' ? ', also where a recruiter posts it' : '';
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

/** What a rule says of a role at the place of a row, on its first day unless another one is given. */
function messagesOf(
  rule: Rule,
  role: Row & { readonly date?: string; readonly pay?: string },
): readonly string[] {
  const { location, staff, since, date = since, pay } = role;
  const fields = ['title: vp of sales', `location: ${location}`, `employerSize: ${staff}`];
  const written = writeRole(pay === undefined ? fields : [...fields, `pay: ${pay}`]);
  const { files } = sampleWorkspace({ 'issues/001.md': [`title: a\nnumber: 1\ndate: ${date}`, written] });
  const issues = parseFiles(files).flatMap((parsed) => parsed.written ?? []);
  const archive = createArchive(issues);
  return issues.flatMap((issue) =>
    runRule(rule, { issue, archive, newsletter: sampleNewsletter, names: [] }).map(({ message }) => message),
  );
}
