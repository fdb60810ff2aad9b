import { expect, it } from 'vitest';
import { deliveryKey } from './counting-sink.ts';
import { judgeMailing, type MailingEvidence } from './judge-mailing.ts';

const [ann, bob] = ['ann@example.com', 'bob@example.com'];

interface Case {
  readonly states?: readonly (readonly [address: string, state: string])[];
  readonly copies?: readonly (readonly [address: string, count: number])[];
  readonly cutConnections?: number;
  readonly mailing?: object;
}

/** Ann was accepted, Bob is unknown and arrived: what is changed here is changed from that. */
function evidence({ states, copies, cutConnections = 1, mailing = {} }: Case): MailingEvidence {
  const recipients = (
    states ??
    ([
      [ann, 'accepted'],
      [bob, 'unknown'],
    ] as const)
  ).map(([address, state]) => ({
    address,
    state,
    messageId: `<${address.slice(0, 3)}@penny.example>`,
  }));
  const told = { state: 'finished', audience: 2, deferred: 0, unknown: 1, recipients, ...mailing };
  const received = (
    copies ??
    ([
      [ann, 1],
      [bob, 1],
    ] as const)
  ).map(
    ([address, count]) => [deliveryKey(`<${address.slice(0, 3)}@penny.example>`, address), count] as const,
  );
  return {
    addresses: [ann, bob],
    status: JSON.stringify({ mailings: [told] }),
    received: new Map(received),
    cutConnections,
  };
}

it('finds nothing where everybody was reached once, or is called unknown', () => {
  expect(judgeMailing(evidence({}))).toEqual({ accepted: 1, unknown: 1, unknownArrived: 1, faults: [] });
  expect(judgeMailing(evidence({ copies: [[ann, 1]] }))).toMatchObject({ unknownArrived: 0, faults: [] });
});

it.each<[fault: string, Case]>([
  ['ann@example.com is accepted and arrived 2 times', { copies: [[ann, 2]] }],
  ['ann@example.com is accepted and arrived 0 times', { copies: [[bob, 1]] }],
  [
    'bob@example.com is unknown and arrived 2 times',
    {
      copies: [
        [ann, 1],
        [bob, 2],
      ],
    },
  ],
  [
    'bob@example.com is deferred',
    {
      states: [
        [ann, 'accepted'],
        [bob, 'deferred'],
      ],
    },
  ],
  [
    'bob@example.com is not in the ledger',
    {
      states: [
        [ann, 'accepted'],
        ['bo@example.com', 'unknown'],
      ],
    },
  ],
  ['the ledger has 1 rows', { states: [[ann, 'accepted']] }],
  [
    'nobody asked for <cyd@penny.example> cyd@example.com',
    {
      copies: [
        [ann, 1],
        ['cyd@example.com', 1],
      ],
    },
  ],
  ['1 are unknown after 0 connections were cut', { cutConnections: 0 }],
  ['the mailing is waiting', { mailing: { state: 'waiting' } }],
  ['the audience is 3', { mailing: { audience: 3 } }],
  ['1 are left for later', { mailing: { deferred: 1 } }],
])('finds that %s', (fault, change) => {
  expect(judgeMailing(evidence(change)).faults).toContain(fault);
});
