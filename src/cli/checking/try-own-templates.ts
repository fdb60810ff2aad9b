import { judgeTemplateFailure } from '../../check/theme/template-fails.ts';
import { judgeTextPart } from '../../check/theme/text-part.ts';
import { countWords } from '../../issue/count-words.ts';
import type { Issue } from '../../issue/issue.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Letterhead, Templates } from '../../render/letterhead.ts';
import type { Finding } from '../../source/finding.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { today } from '../today.ts';
import { changedTemplates } from './changed-templates.ts';
import { templateFile } from './check-workspace.ts';

/**
 * Fills the workspace's own templates with its newest issue that can be read: what fails then would fail when the issue
 * is sent or built. Templates that are known to be malformed are left to the finding about that.
 */
export async function tryOwnTemplates(
  workspace: Workspace,
  { issues, known }: { readonly issues: readonly ParsedIssue[]; readonly known: readonly Finding[] },
): Promise<readonly Finding[]> {
  if (changedTemplates(workspace).size === 0) return [];
  const complete = issues.flatMap(({ issue }) => issue ?? []);
  const newest = complete.sort((left, right) => right.number - left.number)[0];
  if (newest === undefined) return [];
  const { withLogo } = await import('../preparing/with-logo.ts');
  const trial = { issue: newest, letterhead: await withLogo(workspace), templates: workspace.templates };
  const failures = [
    ...(await failuresOf(() => renderMail(trial))),
    ...(await failuresOf(() => planPages(trial))),
    ...(await failuresOf(() => renderPublic(trial))),
  ].filter(({ file }) => !known.some((finding) => finding.file === file && finding.severity === 'error'));
  return failures.length > 0 ? eachOnce(failures) : judgeText(newest, workspace);
}

/** What a mail and the mail that asks to confirm share fails in both. */
function eachOnce(failures: readonly Finding[]): readonly Finding[] {
  const once = new Map(failures.map((failure) => [JSON.stringify(failure), failure]));
  return [...once.values()];
}

interface Trial {
  readonly issue: Issue;
  readonly letterhead: Letterhead;
  readonly templates: Templates;
}

async function renderMail({ issue, letterhead, templates }: Trial): Promise<void> {
  const { renderEdition } = await import('../../render/render-edition.ts');
  await renderEdition(issue, letterhead, templates);
}

async function planPages({ issue, letterhead, templates }: Trial): Promise<void> {
  const { planSite } = await import('../../site/plan-site.ts');
  planSite({ issues: [{ ...issue, draft: false }], letterhead, templates, today: today() });
}

/** What `penny serve` shows and mails: it would not start. */
async function renderPublic({ letterhead, templates }: Trial): Promise<void> {
  const { renderConfirmation } = await import('../../render/render-confirmation.ts');
  const { renderDeskPages } = await import('../../web/desk-pages.ts');
  await renderConfirmation(letterhead, templates, letterhead.name);
  const topics = [{ name: 'hiring', isChosen: true }];
  renderDeskPages(letterhead, templates).leave({ addressHint: 'j…@example.com', isOnList: true, topics });
}

async function failuresOf(work: () => Promise<void>): Promise<readonly Finding[]> {
  const { TemplateError } = await import('../../render/template-error.ts');
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { file, message: reason, place, meant } = error;
    return [judgeTemplateFailure({ file: templateFile(file), reason, place, meant })];
  }
}

async function judgeText(issue: Issue, workspace: Workspace): Promise<readonly Finding[]> {
  const { templates, builtInTemplates, settings } = workspace;
  // The layout comes behind the parts that it shows.
  const file = [...changedTemplates(workspace).keys()]
    .filter((path) => path.startsWith('text/'))
    .sort()
    .at(-1);
  if (file === undefined) return [];
  const { frameIssue } = await import('../../render/frame.ts');
  const { renderText } = await import('../../render/render-text.ts');
  const parts = { issue, frame: frameIssue(issue, settings), letterhead: settings };
  const wordsOf = (from: Templates): number => countWords(renderText(parts, from));
  return judgeTextPart({
    file: templateFile(file),
    words: wordsOf(templates),
    expected: wordsOf(builtInTemplates),
  });
}
