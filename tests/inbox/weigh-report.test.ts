import { describe, expect, it } from 'vitest';
import { weighReport } from '../../src/inbox/weigh-report.ts';

describe('a failed report', () => {
  it.each([
    ['hard', '5.1.1', '550 5.1.1 <x>: Recipient address rejected: User unknown in virtual mailbox table'],
    ['hard', '5.1.1', undefined],
    ['hard', '5.1.10', '556 5.1.10 Recipient address has null MX'],
    ['hard', '5.0.0', '550 5.1.1 nobody here has that name'],
    ['hard', '5.1.1', '550 no such user'],
    ['ambiguous', '5.1.2', '550 5.1.2 host unknown'],
    ['ambiguous', '5.2.1', '550 5.2.1 mailbox disabled'],
    ['ambiguous', '5.0.0', '550 no such user'],
    ['ambiguous', '5.0.0', undefined],
    ['ambiguous', undefined, undefined],
    ['soft', '5.2.2', '552 5.2.2 mailbox full, limit exceeded'],
    ['soft', '4.4.7', '421 4.4.7 timed out'],
    ['soft', '5.4.1', '550 5.4.1 recipient address rejected: access denied'],
    ['policy', '5.7.1', '550 5.7.1 refused'],
    ['policy', '5.7.26', '550-5.7.26 this mail is unauthenticated'],
    ['policy', '5.1.8', '553 5.1.8 domain of sender does not exist'],
    ['policy', '5.2.3', '552 5.2.3 message too large'],
    ['policy', '5.6.7', '553 5.6.7 needs SMTPUTF8'],
    ['policy', '5.2.1', '550 5.2.1 your IP address is blacklisted using SPAMHAUS-XBL'],
  ] as const)('is %s by %s and “%s”', (kind, status, diagnostic) => {
    expect(
      weighReport({
        ...(status === undefined ? {} : { status }),
        ...(diagnostic === undefined ? {} : { diagnostic }),
      }),
    ).toBe(kind);
  });

  it('counts by the milder one where status and words differ', () => {
    expect(weighReport({ status: '5.1.1', diagnostic: '452 4.2.2 over quota' })).toBe('soft');
    expect(weighReport({ status: '5.1.1', diagnostic: '550 5.7.1 refused' })).toBe('policy');
    expect(weighReport({ status: '4.4.7', diagnostic: '550 5.1.1 no such user' })).toBe('soft');
    expect(weighReport({ status: '5.1.1', diagnostic: 'host mx.example.com said: 550 5.2.1 gone' })).toBe(
      'ambiguous',
    );
  });

  it('is not about us because of a name in the address', () => {
    expect(weighReport({ status: '5.1.1', diagnostic: '550 5.1.1 <policy@example.com> unknown' })).toBe(
      'hard',
    );
  });
});
