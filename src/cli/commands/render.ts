import { composeMessage } from '../../delivery/compose-message.ts';
import { fillSlots } from '../../delivery/personalise.ts';
import type { Issue } from '../../issue/issue.ts';
import { renderEdition } from '../../render/render-edition.ts';
import { prepareWebLayout } from '../../render/web-layout.ts';
import { renderWebPage } from '../../render/web-page.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { requireChecked } from '../checked-issues.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { findIssue, readIssues } from '../read-issues.ts';
import { findRecipient, sampleRecipient } from '../sample-recipient.ts';
import { refuseOutputs, scanOutputs } from '../scan-outputs.ts';
import { freezeSnapshot } from '../snapshot.ts';

interface RenderOptions {
  readonly as: 'email' | 'text' | 'web' | 'eml';
  readonly for?: string;
}

/** `penny render <issue> --as FORM`: one rendering, byte for byte what would be sent or built. */
export const render: Command<RenderOptions> = async (context, options, [name = '']) => {
  const workspace = openWorkspace(context);
  const all = readIssues(workspace);
  const parsed = findIssue(all, name, { folder: context.folder, workspaceFolder: workspace.folder });
  const checked = requireChecked({ workspace, all, wanted: [parsed] }, context);
  if ('refused' in checked) return checked.refused;
  const [issue] = checked.issues;
  if (issue === undefined) throw new Error('an issue without errors was not completed');
  const text = await renderAs(issue, workspace, options);
  const named = scanOutputs(workspace, all, [{ name: `the ${options.as}`, content: text }]);
  if (named.length > 0) return refuseOutputs(named, context);
  return { exitCode: 0, json: { issue: issue.number, as: options.as, output: text }, text, verbatim: true };
};

async function renderAs(issue: Issue, workspace: Workspace, options: RenderOptions): Promise<string> {
  const { settings, templates } = workspace;
  if (options.as === 'web') return renderWebPage(issue, prepareWebLayout(settings, templates));
  const edition = await renderEdition(issue, settings, templates);
  const recipient =
    options.for === undefined
      ? sampleRecipient(settings.sender.address, edition)
      : findRecipient(workspace, options.for);
  if (options.as === 'eml') {
    const snapshot = freezeSnapshot(edition, settings);
    const messageId = `<issue-${issue.number}.sample@${settings.sender.address.split('@').at(-1)}>`;
    const { bytes } = await composeMessage({ snapshot, recipient, messageId, date: Date.parse(issue.date) });
    return Buffer.from(bytes).toString();
  }
  const slotted = options.as === 'email' ? edition.html : edition.text;
  return fillSlots(slotted, recipient, {
    url: settings.url,
    escape: options.as === 'email' ? 'html' : 'none',
  });
}
