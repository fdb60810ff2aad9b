import { z } from 'zod';
import { deliveryKey } from './counting-sink.ts';

/** What `penny status 1 --recipients --json` says of the only mailing. */
const statusSchema = z.object({
  mailings: z.tuple([
    z.object({
      state: z.string(),
      audience: z.number(),
      deferred: z.number(),
      recipients: z.array(z.object({ address: z.string(), state: z.string(), messageId: z.string() })),
    }),
  ]),
});

export interface MailingEvidence {
  /** Whom the mailing was for. */
  readonly addresses: readonly string[];
  /** The output of `penny status 1 --recipients --json`. */
  readonly status: string;
  /** What the sink counted. */
  readonly received: ReadonlyMap<string, number>;
  /** All connections that were open when the sender was killed, over all kills. */
  readonly cutConnections: number;
}

export interface MailingJudgement {
  readonly accepted: number;
  readonly unknown: number;
  /** Those of the unknown that the sink has. */
  readonly unknownArrived: number;
  /** One sentence for each thing that must not be. */
  readonly faults: readonly string[];
}

/** Whether everybody was reached once or is called unknown, by the sink's count against the ledger's. */
export function judgeMailing({
  addresses,
  status,
  received,
  cutConnections,
}: MailingEvidence): MailingJudgement {
  const [mailing] = statusSchema.parse(JSON.parse(status)).mailings;
  const { recipients } = mailing;
  const copies = ({ messageId, address }: (typeof recipients)[number]): number =>
    received.get(deliveryKey(messageId, address)) ?? 0;
  const accepted = recipients.filter(({ state }) => state === 'accepted');
  const unknown = recipients.filter(({ state }) => state === 'unknown');
  const listed = new Set(recipients.map(({ address }) => address));
  const known = new Set(recipients.map(({ messageId, address }) => deliveryKey(messageId, address)));

  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  demand(mailing.state === 'finished', `the mailing is ${mailing.state}`);
  demand(mailing.deferred === 0, `${mailing.deferred} are left for later`);
  demand(mailing.audience === addresses.length, `the audience is ${mailing.audience}`);
  demand(recipients.length === addresses.length, `the ledger has ${recipients.length} rows`);
  for (const address of addresses) demand(listed.has(address), `${address} is not in the ledger`);
  for (const { address, state } of recipients)
    demand(state === 'accepted' || state === 'unknown', `${address} is ${state}`);
  for (const row of accepted)
    demand(copies(row) === 1, `${row.address} is accepted and arrived ${copies(row)} times`);
  for (const row of unknown)
    demand(copies(row) <= 1, `${row.address} is unknown and arrived ${copies(row)} times`);
  for (const key of received.keys()) demand(known.has(key), `nobody asked for ${key}`);
  const mostUnknown = `${unknown.length} are unknown after ${cutConnections} connections were cut`;
  demand(unknown.length <= cutConnections, mostUnknown);
  return {
    accepted: accepted.length,
    unknown: unknown.length,
    unknownArrived: unknown.filter((row) => copies(row) === 1).length,
    faults,
  };
}
