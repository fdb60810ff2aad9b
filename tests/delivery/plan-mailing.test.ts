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

  it('mails an address once, as it was first written, and says so', () => {
    const recipients = [
      recipient({ address: 'Ann@example.com', canonical: 'ann@example.com' }),
      recipient({ address: 'li@example.net' }),
      recipient({ address: 'ann@example.com' }),
    ];
    const excluded = [{ address: 'gone@example.org', reason: 'unsubscribed' }];
    const plan = planMailing({ edition, stationery, mailer, recipients, excluded });
    expect(plan.recipients.map(({ address }) => address)).toEqual(['Ann@example.com', 'li@example.net']);
    expect(plan.excluded).toEqual([...excluded, { address: 'ann@example.com', reason: 'named twice' }]);
  });
});
