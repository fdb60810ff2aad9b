import { speaksOfUs } from '../delivery/reply-classes.ts';

/**
 * How much a failure says about an address, from much to nothing:
 * - `hard` there is no such address
 * - `ambiguous` refused for good, and it may be the address
 * - `soft` a full mailbox, or a server that could not be reached
 * - `policy` block lists, authentication, rate, content: about the mail or its sender, never about the address
 */
export const bounceKinds = ['hard', 'ambiguous', 'soft', 'policy'] as const;
export type BounceKind = (typeof bounceKinds)[number];

const hard = new Set(['5.1.1', '5.1.10']);
/** RFC 3463: the sender’s address, a message that is too large, protocol, content, policy. */
const aboutTheMail = /^5\.(1\.[78]|2\.3|3\.4|[567]\.\d+)$/;
/** A full mailbox, a system or a way that is down. 5.4.1 may be anything. */
const aboutTheDay = /^5\.(2\.2|[34]\.\d+)$/;
/** `550 5.1.1 …`, `550-5.1.1 …`, `host mx.example.com said: 550 …`. */
const replyIn = /(?:^|\bsaid: )([245]\d\d)[ -](?:#?([245]\.\d{1,3}\.\d{1,3})\b)?/;
/** What servers write when they have nothing better: it contradicts nobody. */
const saysNothing = new Set(['5.0.0', '5.1.0']);

/**
 * Weighs a failed report. Where its status and the words of the server that refused differ, the more lenient one
 * counts; and words about us are never about the address, whatever code stands before them (DELIVERY.md §2).
 */
export function weighReport({
  status,
  diagnostic = '',
}: {
  readonly status?: string;
  readonly diagnostic?: string;
}): BounceKind {
  const [, basic, enhanced] = replyIn.exec(diagnostic) ?? [];
  const told = [weighStatus(status), weighStatus(enhanced), basic?.startsWith('4') ? 'soft' : undefined];
  const kinds = told.filter((kind) => kind !== undefined);
  const mildest = bounceKinds.findLast((kind) => kinds.includes(kind)) ?? 'ambiguous';
  return mildest !== 'soft' && speaksOfUs(diagnostic) ? 'policy' : mildest;
}

function weighStatus(status: string | undefined): BounceKind | undefined {
  if (status === undefined || saysNothing.has(status)) return undefined;
  if (status.startsWith('4')) return 'soft';
  if (hard.has(status)) return 'hard';
  if (aboutTheMail.test(status)) return 'policy';
  return aboutTheDay.test(status) ? 'soft' : 'ambiguous';
}
