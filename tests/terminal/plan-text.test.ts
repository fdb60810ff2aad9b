import { expect, it } from 'vitest';
import type { MailingPlan } from '../../src/delivery/plan-mailing.ts';
import { surveyRecipients } from '../../src/delivery/survey-recipients.ts';
import { formatPlan, formatPreflight } from '../../src/terminal/plan-text.ts';
import { snapshot } from '../delivery/sample-mailing.ts';

const plan: MailingPlan = {
  issueNumber: 1,
  slug: 'hello',
  subject: 'hello\u001b[31m',
  from: 'penny <hello@penny.example>',
  transport: 'outbox',
  destination: 'outbox/1-hello',
  audience: surveyRecipients(snapshot.edition, [], 'https://penny.example'),
  excluded: [],
};

it('says first where the messages go', () => {
  expect(formatPlan(plan)).toMatch(/^into +outbox\/1-hello\n/);
  expect(formatPlan({ ...plan, transport: 'smtp', destination: 'mail.example.com:587' })).toMatch(
    /^through +mail\.example\.com:587\n/,
  );
});

it('shows who is left out and why, the first ten of them', () => {
  const excluded = Array.from({ length: 12 }, (_, index) => ({
    address: `p${index}@example.com`,
    reason: 'has unsubscribed',
  }));
  const text = formatPlan({ ...plan, excluded });
  expect(text).toMatch(/^not to +12$/m);
  expect(text).toContain('p9@example.com has unsubscribed');
  expect(text).not.toContain('p10@example.com');
  expect(text).toContain('and 2 more');
});

it('says how many of a file come onto the list', () => {
  expect(formatPlan({ ...plan, added: 9 })).toMatch(/^new +9 in the file were not on the list$/m);
  expect(formatPlan({ ...plan, added: 1 })).toMatch(/^new +1 in the file was not on the list$/m);
  expect(formatPlan({ ...plan, added: 0 })).not.toMatch(/^new /m);
});

it('says what becomes of the others where a part is meant, and a server mails it', () => {
  const others = /^others +never get this issue: it has one mailing$/m;
  const mailed: MailingPlan = { ...plan, transport: 'smtp' };
  expect(formatPlan(mailed, { segment: 'tag:hiring' })).toMatch(others);
  expect(formatPlan(mailed, { isNamed: true })).toMatch(others);
  expect(formatPlan(mailed)).not.toMatch(others);
  expect(formatPlan(plan, { segment: 'tag:hiring' })).not.toMatch(others);
});

it('says that topics narrow nothing by themselves, where there are any and no segment', () => {
  expect(formatPlan(plan, { unaskedTopics: ['hiring', 'candidates'] })).toMatch(
    /^topics +everybody gets it, whatever they chose; --segment tag:hiring asks for those of one$/m,
  );
  expect(formatPlan(plan, { unaskedTopics: [] })).not.toContain('topics');
  expect(formatPlan(plan, { segment: 'tag:hiring' })).not.toContain('topics');
});

it('lets no subject act on the terminal', () => {
  expect(formatPlan(plan)).not.toContain('\u001b');
});

it('lists the checks that did not pass, each with its hint', () => {
  expect(
    formatPreflight([
      { name: 'sender', state: 'ok', detail: 'fine', hint: '' },
      { name: 'audience', state: 'error', detail: 'nobody', hint: 'import a list' },
    ]),
  ).toBe('error  audience: nobody\n  hint: import a list');
  expect(formatPreflight([])).toBe('');
});

it('says when it starts, between which hours it goes, how fast and how long that takes', () => {
  const pace = {
    rate: { messages: 600, per: 60_000 },
    startsAt: Date.UTC(2026, 11, 1, 8),
    window: '08:00-18:00',
  };
  const many = { ...plan, audience: { ...plan.audience, people: 5_000 } };
  const text = formatPlan(many, pace);
  expect(text).toMatch(/^at +2026-12-01 08:00 UTC$/m);
  expect(text).toMatch(/^between +08:00-18:00$/m);
  expect(text).toMatch(/^takes +about 8 min 20 s, at 600 a minute$/m);
});
