import type { Issue } from '../../issue/issue.ts';
import { renderEdition } from '../../render/render-edition.ts';
import { requireChecked } from '../checked-issues.ts';
import { type Command, UsageError } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { findIssue, readIssues } from '../read-issues.ts';
import { outputsOfMessage, refuseOutputs, scanOutputs } from '../scan-outputs.ts';
import { sendTestCopies } from '../send-test-copies.ts';
import { sendToAudience } from '../send-to-audience.ts';
import type { AudienceOptions } from '../sending.ts';
import { freezeSnapshot } from '../snapshot.ts';

interface SendOptions extends AudienceOptions {
  readonly test?: readonly string[];
}

/** `penny send <issue>`: to the audience, or with `--test` to a few addresses that leave no mark. */
export const send: Command<SendOptions> = async (context, options, [name = '']) => {
  const workspace = openWorkspace(context);
  const all = readIssues(workspace);
  const parsed = findIssue(all, name, { folder: context.folder, workspaceFolder: workspace.folder });
  const checked = requireChecked({ workspace, all, wanted: [parsed] }, context);
  if ('refused' in checked) return checked.refused;
  const [issue] = checked.issues;
  if (issue === undefined) throw new Error('an issue without errors was not completed');
  const edition = await renderEdition(issue, workspace.settings, workspace.templates);
  const snapshot = freezeSnapshot(edition, workspace.settings);
  const named = scanOutputs(workspace, all, await outputsOfMessage(snapshot));
  if (named.length > 0) return refuseOutputs(named, context);
  const work = { context, workspace, snapshot };
  if (options.test !== undefined) {
    if (options.to !== undefined)
      throw new UsageError('--test and --to are two ways to say who gets it', 'leave one of them out');
    return sendTestCopies(work, { addresses: options.test, dryRun: options.dryRun === true });
  }
  refuseDraft(issue);
  return sendToAudience(work, options);
};

function refuseDraft({ draft, number }: Issue): void {
  if (draft)
    throw new UsageError(
      `issue ${number} is a draft`,
      'take draft: true out of it when it is ready, or use --test',
    );
}
