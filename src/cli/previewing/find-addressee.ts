import { redact } from '../../check/never-name/redact.ts';
import { findGaps } from '../../delivery/personalise.ts';
import type { Recipient } from '../../delivery/recipient.ts';
import type { Reader } from '../../preview/reader.ts';
import type { Edition } from '../../render/edition.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { UsageError } from '../command.ts';
import { sampleRecipient } from '../preparing/sample-recipient.ts';
import { findRecipient } from '../sending/find-recipient.ts';

/** Whom a letter is written to, and what would keep it from being sent to the reader who was asked for. */
export interface FoundAddressee {
  readonly recipient: Recipient;
  readonly problem?: string;
}

/** Never fails: somebody who cannot be found is stood in for, and what is not known has its name in its place. */
export function findAddressee(reader: Reader, edition: Edition, workspace: Workspace): FoundAddressee {
  const { address } = workspace.settings.sender;
  if (reader.kind === 'sample') return { recipient: sampleRecipient(address, edition) };
  if (reader.kind === 'nobody') return fillGaps(somebody(address), edition);
  try {
    return fillGaps(findSubscriber(reader.address, workspace), edition);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { recipient: sampleRecipient(address, edition), problem: `${error.message}: this is a sample` };
  }
}

/** @throws UsageError when nobody may be mailed there, or what is known of them must not be shown. */
function findSubscriber(address: string, workspace: Workspace): Recipient {
  const { neverNames = [] } = workspace;
  if (redact(address, neverNames) !== address) throw new UsageError(forbidden, '');
  const recipient = findRecipient(workspace, address);
  const known = JSON.stringify([recipient.address, recipient.name, recipient.firstName, recipient.fields]);
  if (redact(known, neverNames) !== known) throw new UsageError(forbidden, '');
  return recipient;
}

const forbidden = 'the never-name list holds what is known of this person';

function somebody(address: string): Recipient {
  return { subscriberId: 0, address, canonical: address, fields: {}, unsubscribeToken: 'sample' };
}

/** `penny send` refuses to mail anybody as long as there is such a gap. */
function fillGaps(recipient: Recipient, edition: Edition): FoundAddressee {
  const gaps = findGaps(edition)(recipient);
  if (gaps.length === 0) return { recipient };
  const named = (tag: string): object => (gaps.includes(tag) ? { [tag]: `[no ${tag}]` } : {});
  const fields = gaps.filter((tag) => tag.startsWith('fields.')).map((tag) => tag.slice('fields.'.length));
  return {
    recipient: {
      ...recipient,
      ...named('name'),
      ...named('firstName'),
      fields: { ...recipient.fields, ...Object.fromEntries(fields.map((field) => [field, `[no ${field}]`])) },
    },
    problem: `there is no ${gaps.join(', no ')} for them, and no fallback: write one, such as {{firstName|there}}`,
  };
}
