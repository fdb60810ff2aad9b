import { describe, expect, it } from 'vitest';
import { planMailing } from '../../src/delivery/plan-mailing.ts';
import { recipient, snapshot } from './sample-mailing.ts';

const { edition, stationery } = snapshot;
const mailer = { transport: 'outbox', description: 'outbox/1-hello' } as const;

describe('a plan', () => {
  it('says what would be sent, from whom and where to', () => {
    const plan = planMailing({ edition, stationery, mailer, recipients: [], excluded: [] });
    expect(plan).toMatchObject({
      issueNumber: 1,
      slug: 'hello',
      subject: 'hi {{firstName|there}}',
      from: 'Pénny, Inc. “P” <hello@penny.example>',
      transport: 'outbox',
      destination: 'outbox/1-hello',
    });
  });

  it('counts its people, and keeps none of them', () => {
    const recipients = [recipient({ address: 'ann@example.com' }), recipient({ address: 'li@example.net' })];
    const excluded = [{ address: 'gone@example.org', reason: 'unsubscribed' }];
    const plan = planMailing({ edition, stationery, mailer, recipients, excluded });
    expect(plan).toMatchObject({ audience: { people: 2, unfillable: [] }, excluded });
    expect(JSON.stringify(plan)).not.toContain('li@example.net');
    const { counted } = plan.audience;
    expect(['ann@example.com', 'li@example.net', 'new@example.com'].map((one) => counted.has(one))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
