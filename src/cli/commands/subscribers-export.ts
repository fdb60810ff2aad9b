import { exportSubscribers } from '../../audience/export-subscribers.ts';
import type { Command } from '../command.ts';
import { withAudience } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';

/** `penny subscribers export`: CSV on standard output, piece by piece: the list may be longer than memory. */
export const subscribersExport: Command<object> = async (context) =>
  withAudience(openWorkspace(context), (store) => {
    const pieces = exportSubscribers(store);
    if (context.json) return { exitCode: 0, json: { csv: [...pieces].join('') }, text: '', verbatim: true };
    for (const piece of pieces) context.terminal.result(piece);
    return { exitCode: 0, json: undefined, text: '' };
  });
