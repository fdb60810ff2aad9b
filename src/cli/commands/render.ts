import type { Output } from '../../check/never-name/scan-output.ts';
import { fillSlots, leaveBase } from '../../delivery/personalise.ts';
import { asOfDay } from '../../issue/as-of-day.ts';
import type { Issue } from '../../issue/issue.ts';
import { renderIssuePage } from '../../render/issue-page.ts';
import { renderEdition } from '../../render/render-edition.ts';
import { prepareWebLayout } from '../../render/web-layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Command, UsageError } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { freezeSnapshot, stationeryOf } from '../preparing/freeze-snapshot.ts';
import { sampleRecipient } from '../preparing/sample-recipient.ts';
import { withLogo } from '../preparing/with-logo.ts';
import { withShareImages } from '../preparing/with-share-images.ts';
import { requireChecked } from '../publishing/require-checked.ts';
import {
  outputsOfEdition,
  outputsOfMessage,
  refuseOutputs,
  scanOutputs,
} from '../publishing/scan-outputs.ts';
import { writeMessage } from '../publishing/write-message.ts';
import { findIssue, readIssues } from '../read-issues.ts';
import { findRecipient } from '../sending/find-recipient.ts';
import { loadSigningKey } from '../sending/load-signing-key.ts';
import { requireSigner } from '../sending/require-signer.ts';
import { today } from '../today.ts';

interface RenderOptions {
  readonly as: 'email' | 'text' | 'web' | 'eml';
  readonly for?: string;
}

/** `penny render <issue> --as FORM`: one rendering, as it would be sent or built. */
export const render: Command<RenderOptions> = async (context, options, [name = '']) => {
  if (options.as === 'web' && options.for !== undefined)
    throw new UsageError('the page is the same for everybody', 'leave --for out, or render the email');
  const workspace = openWorkspace(context);
  const all = readIssues(workspace);
  const parsed = findIssue(all, name, { folder: context.folder, workspaceFolder: workspace.folder });
  const checked = await requireChecked({ workspace, all, wanted: [parsed] }, context);
  if ('refused' in checked) return checked.refused;
  const [issue] = checked.issues;
  if (issue === undefined) throw new Error('an issue without errors was not completed');
  const { text, outputs } = await renderAs(issue, workspace, options);
  const named = scanOutputs(workspace, all, outputs);
  if (named.length > 0) return refuseOutputs(named, context);
  return { exitCode: 0, json: { issue: issue.number, as: options.as, output: text }, text, verbatim: true };
};

interface Rendering {
  readonly text: string;
  /** What of it is the author's, and held against the never-name list: what a reader brings is their own. */
  readonly outputs: readonly Output[];
}

async function renderAs(issue: Issue, workspace: Workspace, options: RenderOptions): Promise<Rendering> {
  const { settings, templates, paths } = workspace;
  const letterhead = await withLogo(workspace);
  if (options.as === 'web') {
    const shared = await withShareImages({ issues: [issue], letterhead }, paths);
    const layout = prepareWebLayout(shared.letterhead, templates);
    const page = renderIssuePage(asOfDay(shared.issues[0] ?? issue, today()), layout);
    return { text: page, outputs: [{ name: 'the page', content: page }] };
  }
  const edition = await renderEdition(issue, letterhead, templates);
  const recipient =
    options.for === undefined
      ? sampleRecipient(settings.sender.address, edition)
      : findRecipient(workspace, options.for);
  if (options.as === 'eml') {
    const signer = requireSigner(loadSigningKey(workspace));
    const bytes = await writeMessage(issue, edition, { settings, recipient, signer });
    const outputs = await outputsOfMessage(freezeSnapshot(edition, settings));
    return { text: Buffer.from(bytes).toString(), outputs };
  }
  const isHtml = options.as === 'email';
  const text = fillSlots(isHtml ? edition.html : edition.text, recipient, {
    url: leaveBase(stationeryOf(settings)),
    escape: isHtml ? 'html' : 'none',
  });
  return { text, outputs: outputsOfEdition(edition) };
}
