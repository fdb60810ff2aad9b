import type { Command } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { openMailSources } from '../receiving/open-mail-sources.ts';
import { receiveMail, reportReceived } from '../receiving/receive-mail.ts';

interface BouncesOptions {
  readonly dryRun?: boolean;
}

/** `penny bounces <source…>`: bounces, complaints and mails of those who leave, from files and Maildirs. */
export const bounces: Command<BouncesOptions> = async (context, options, sources) => {
  const workspace = openWorkspace(context);
  const dryRun = options.dryRun === true;
  const { report } = await receiveMail(workspace, openMailSources(sources, context), { dryRun });
  return reportReceived(report, { dryRun });
};
