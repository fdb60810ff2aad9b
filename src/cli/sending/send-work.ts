import type { Snapshot } from '../../delivery/mailing.ts';
import type { SigningKey, UnusableKey } from '../../delivery/signing/signing-key.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext } from '../command.ts';

/** An issue that is ready to be sent, and where. */
export interface SendWork {
  readonly context: CommandContext;
  readonly workspace: Workspace;
  readonly snapshot: Snapshot;
  /** Of `dkim:`, whatever it is worth. */
  readonly signingKey?: SigningKey | UnusableKey | undefined;
}

/** The folder of a mailing below the outbox: `1-are-interviews-really-a-two-way-street`. */
export function outboxFolder({ edition }: Snapshot): string {
  return `${edition.issueNumber}-${edition.slug}`;
}
