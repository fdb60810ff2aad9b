import { exportSubscribers } from '../../audience/export-subscribers.ts';
import type { Command } from '../command.ts';
import { withAudience } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';

/** `penny subscribers export`: CSV on standard output. */
export const subscribersExport: Command<object> = async (context) => {
  const csv = withAudience(openWorkspace(context), (store) => [...exportSubscribers(store)].join(''));
  return { exitCode: 0, json: { csv }, text: csv, verbatim: true };
};
