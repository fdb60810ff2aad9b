import { findUnread } from '../../check/files/file-not-read.ts';
import { checkTemplates } from '../../check/mail-clients/check-templates.ts';
import type { MailTemplate } from '../../check/mail-clients/find-in-templates.ts';
import { judgeMailSize } from '../../check/mail-size/mail-clipped.ts';
import { mayBeClipped } from '../../check/mail-size/may-be-clipped.ts';
import { judgeAccent } from '../../check/theme/accent-contrast.ts';
import { judgeColours } from '../../check/theme/colour-contrast.ts';
import { findUnusedTemplates } from '../../check/theme/unused-template.ts';
import { measureFilled } from '../../delivery/personalise.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import { findUnreadable, type UnreadablePair } from '../../render/find-unreadable.ts';
import { leastContrast } from '../../render/theme-colours.ts';
import { themeTokens } from '../../render/theme-tokens.ts';
import type { Finding } from '../../source/finding.ts';
import type { FieldPlaces, Place } from '../../source/place.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { listFilesBeside } from '../read-issues.ts';
import { themeFiles } from '../theme-files.ts';
import { changedTemplates } from './changed-templates.ts';
import { templateFile } from './check-workspace.ts';
import { findInLogo } from './find-in-logo.ts';
import { findInPictures } from './find-in-pictures.ts';
import { findMovedIssues } from './find-moved-issues.ts';
import { tryOwnTemplates } from './try-own-templates.ts';

/** What is to be found in more than the text of these issues: in their mails, and in the settings. */
export async function findFurther(
  workspace: Workspace,
  issues: readonly ParsedIssue[],
): Promise<readonly Finding[]> {
  const inTemplates = await findInOwnTemplates(workspace);
  return [
    ...findUnread(listFilesBeside(workspace)),
    ...(await findMovedIssues(workspace, issues)),
    ...(await findInPictures(workspace, issues)),
    ...inTemplates,
    ...(await tryOwnTemplates(workspace, { issues, known: inTemplates })),
    ...findUnused(workspace),
    ...(await measureMails(workspace, issues)),
    ...judgeTheme(workspace),
    ...(await findInLogo(workspace)),
  ];
}

/** What mail clients would not do of what stands in the workspace's own templates of mails. */
async function findInOwnTemplates(workspace: Workspace): Promise<readonly Finding[]> {
  const own = changedTemplates(workspace);
  const builtIn = [...workspace.templates].filter(([path]) => !own.has(path));
  return checkTemplates({ own: templatesOfMails(own), builtIn: templatesOfMails(builtIn) });
}

function findUnused({ ownTemplates, strangeTemplates, builtInTemplates }: Workspace): readonly Finding[] {
  const own = [...ownTemplates, ...strangeTemplates.map((path) => [path, ''] as const)];
  return findUnusedTemplates({
    own: new Map(own.map(([path, text]) => [templateFile(path), text])),
    builtIn: new Map(
      themeFiles(builtInTemplates).map((path) => [templateFile(path), builtInTemplates.get(path) ?? '']),
    ),
  });
}

function templatesOfMails(templates: Iterable<readonly [path: string, text: string]>): MailTemplate[] {
  return Array.from(templates)
    .filter(([path]) => path.startsWith('email/'))
    .map(([path, text]) => ({ file: templateFile(path), text }));
}

/** The mails that Gmail would cut off. Only what may be too large is rendered to know. */
async function measureMails(
  workspace: Workspace,
  issues: readonly ParsedIssue[],
): Promise<readonly Finding[]> {
  const large = issues.flatMap(({ issue, written }) =>
    issue !== undefined && written !== undefined && mayBeClipped(written) ? [{ issue, written }] : [],
  );
  if (large.length === 0) return [];
  const { renderEdition } = await import('../../render/render-edition.ts');
  const { withLogo } = await import('../preparing/with-logo.ts');
  const { withPictures } = await import('../preparing/with-pictures.ts');
  const letterhead = await withLogo(workspace);
  const findings: Finding[] = [];
  for (const { issue, written } of large) {
    const [complete = issue] = await withPictures(workspace, [issue]);
    const { html } = await renderEdition(complete, letterhead, workspace.templates);
    findings.push(...judgeMailSize(written, measureFilled(html, workspace.settings.url)()));
  }
  return findings;
}

function judgeTheme({ settings, settingPlaces }: Workspace): readonly Finding[] {
  const { accent } = settings.theme;
  const tokens = themeTokens(settings.theme);
  const place = settingPlaces.get('theme.accent')?.value;
  const { light } = tokens;
  const shown = light['link'] ?? accent;
  const faint = findUnreadable(tokens).flatMap((pair) => {
    const set = placeOfColour(settingPlaces, pair);
    return set === undefined ? [] : [{ ...pair, place: set }];
  });
  return [
    ...(place === undefined
      ? []
      : judgeAccent({ written: accent, shown, contrast: leastContrast(accent, light), place })),
    ...judgeColours(faint),
  ];
}

/** Where newsletter.yaml sets one of the two; a colour for dark screens may come from the one for light ones. */
function placeOfColour(places: FieldPlaces, { scheme, ink, surface }: UnreadablePair): Place | undefined {
  const keys = [scheme, 'light'].flatMap((where) => [`${where}.${ink}`, `${where}.${surface}`]);
  return keys.map((key) => places.get(`theme.colors.${key}`)?.value).find((found) => found !== undefined);
}
