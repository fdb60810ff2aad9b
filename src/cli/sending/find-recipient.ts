import { chooseAudience } from '../../audience/choose-audience.ts';
import { parseAddress } from '../../audience/parse-address.ts';
import type { Recipient } from '../../delivery/recipient.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { UsageError } from '../command.ts';
import { withAudience } from '../open-database.ts';

/**
 * A subscriber as a recipient.
 *
 * @throws UsageError when nobody has the address, or may be mailed at it.
 */
export function findRecipient(workspace: Workspace, address: string): Recipient {
  const parsed = parseAddress(address);
  if ('problem' in parsed)
    throw new UsageError(`“${address}” is not an address: ${parsed.problem}`, 'write it like li@example.net');
  const { recipients, excluded } = withAudience(workspace, (store) => {
    if (store.find(parsed.canonical) === undefined) return { recipients: [], excluded: [] };
    const { members, excluded: left } = chooseAudience(store, { named: [parsed] });
    return { recipients: [...members], excluded: left };
  });
  const [recipient] = recipients;
  if (recipient !== undefined) return recipient;
  const reason = excluded[0]?.reason ?? 'is not on the list';
  throw new UsageError(`${address} ${reason}`, 'penny subscribers list shows who is');
}
