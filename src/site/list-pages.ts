import type { Issue } from '../issue/issue.ts';
import { describeSite } from '../render/structured-data.ts';
import { viewIssue } from '../render/web-issue.ts';
import { renderPage, type WebLayout } from '../render/web-layout.ts';
import { absoluteLinks, relativeLinks } from '../render/web-links.ts';
import { archivePath, homePath, tagPath } from '../render/web-paths.ts';

/** How many issues the home page lists besides the latest one; the archive has them all. */
const earlierIssues = 10;

/**
 * The home page: what the newsletter is, its latest issue and some before it.
 *
 * @param issues newest first
 */
export function renderHomePage(issues: readonly Issue[], layout: WebLayout): string {
  const { name, tagline, language, labels } = layout.letterhead;
  const link = relativeLinks(homePath);
  const [latest, ...earlier] = issues
    .slice(0, 1 + earlierIssues)
    .map((issue) => viewIssue(issue, { link, labels }));
  return renderPage(layout, {
    template: 'home',
    data: { latest, earlier },
    title: name,
    description: tagline,
    language,
    path: homePath,
    structuredData: [describeSite(layout.letterhead)],
    link,
  });
}

/**
 * The list of all issues.
 *
 * @param issues newest first
 */
export function renderArchivePage(issues: readonly Issue[], layout: WebLayout): string {
  const { name, language, labels } = layout.letterhead;
  const link = relativeLinks(archivePath);
  return renderPage(layout, {
    template: 'archive',
    data: { issues: issues.map((issue) => viewIssue(issue, { link, labels })) },
    title: `${labels.allIssues} · ${name}`,
    language,
    path: archivePath,
    link,
  });
}

/**
 * The list of the issues with a tag.
 *
 * @param issues newest first
 */
export function renderTagPage(tag: string, issues: readonly Issue[], layout: WebLayout): string {
  const { name, language, labels } = layout.letterhead;
  const link = relativeLinks(tagPath(tag));
  return renderPage(layout, {
    template: 'tag',
    data: { tag, issues: issues.map((issue) => viewIssue(issue, { link, labels })) },
    title: `${tag} · ${name}`,
    language,
    path: tagPath(tag),
    link,
  });
}

/** What a server shows for an address that is none; it may be asked for at any depth, so its links are absolute. */
export function renderNotFoundPage(layout: WebLayout): string {
  const { name, language, url, labels } = layout.letterhead;
  return renderPage(layout, {
    template: 'not-found',
    data: {},
    title: `${labels.notFound} · ${name}`,
    language,
    link: absoluteLinks(url),
    hasForm: false,
  });
}
