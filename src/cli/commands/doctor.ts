import { diagnose } from '../../doctor/diagnose.ts';
import { countChecks, formatChecks } from '../../terminal/doctor-text.ts';
import type { Command } from '../command.ts';
import { examineWorkspace } from '../diagnosing/examine-workspace.ts';
import { createSystemNameServer } from '../diagnosing/system-name-server.ts';
import { openWorkspace } from '../open-workspace.ts';

/** `penny doctor`: looks at all that mail goes through, and mails nobody. */
export const doctor: Command<object> = async (context) => {
  const workspace = openWorkspace(context);
  context.terminal.status('asking the mail server, the name servers and the site …');
  const examination = await examineWorkspace(workspace);
  const checks = await diagnose(examination, createSystemNameServer());
  context.terminal.status('');
  const summary = countChecks(checks);
  return { exitCode: summary.errors > 0 ? 1 : 0, json: { checks, summary }, text: formatChecks(checks) };
};
