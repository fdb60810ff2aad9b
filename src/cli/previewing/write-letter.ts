import { fillSlots, leaveBase } from '../../delivery/personalise.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Letter } from '../../preview/letter.ts';
import type { Reader } from '../../preview/reader.ts';
import type { Edition, Slotted } from '../../render/edition.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { stationeryOf } from '../preparing/freeze-snapshot.ts';
import { writeMessage } from '../publishing/write-message.ts';
import { loadSigningKey } from '../sending/load-signing-key.ts';
import { requireSigner } from '../sending/require-signer.ts';
import { findAddressee } from './find-addressee.ts';
import { describeLetter } from './letter-details.ts';

interface LetterParts {
  readonly issue: Issue;
  readonly edition: Edition;
  readonly workspace: Workspace;
}

/** An edition as one reader gets it. */
export function writeLetter({ issue, edition, workspace }: LetterParts, reader: Reader): Letter {
  const { settings } = workspace;
  const { recipient, problem } = findAddressee(reader, edition, workspace);
  const fill = (slotted: Slotted, medium: 'html' | 'none'): string =>
    fillSlots(slotted, recipient, { url: leaveBase(stationeryOf(settings)), escape: medium });
  const html = fill(edition.html, 'html');
  const text = fill(edition.text, 'none');
  const message = async (): Promise<Uint8Array> => {
    const signer = requireSigner(loadSigningKey(workspace));
    return writeMessage(issue, edition, { settings, recipient, signer });
  };
  return {
    addressee: { address: recipient.address, ...(problem === undefined ? {} : { problem }) },
    from: { name: settings.sender.name, address: settings.sender.address },
    subject: fill(edition.subject, 'none'),
    ...(edition.preheader === undefined ? {} : { preheader: fill(edition.preheader, 'none') }),
    html,
    text,
    message,
    details: async () => {
      const unsigned = await writeMessage(issue, edition, { settings, recipient });
      return describeLetter({ issue, edition, recipient, settings, html, text, message: unsigned });
    },
  };
}
