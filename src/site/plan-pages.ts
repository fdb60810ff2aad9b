import type { Issue } from '../issue/issue.ts';
import type { Remember } from '../issue/remember.ts';
import { renderIssuePage } from '../render/issue-page.ts';
import type { WebLayout } from '../render/web-layout.ts';
import { relativeLinks } from '../render/web-links.ts';
import { archivePath, homePath, issuePath, rolePath, rolesPath, tagPath } from '../render/web-paths.ts';
import { fingerprint, withoutMarkdown } from './fingerprint.ts';
import { renderArchivePage, renderHomePage, renderTagPage } from './list-pages.ts';
import { postingOf, renderRolePage, renderRolesPage } from './role-pages.ts';
import type { SiteNote } from './site-plan.ts';
import type { SiteRole } from './site-roles.ts';

/** A page that has an address. */
export interface SitePage {
  /** Below the site's root, with a slash at its end. */
  readonly path: string;
  readonly html: string;
  /** Of the newest issue on it, `YYYY-MM-DD`; absent before there is one. */
  readonly changed: string | undefined;
  /** Whether search engines may keep it. */
  readonly isKept: boolean;
  /** What its author may want to know. */
  readonly note?: SiteNote;
}

/** What all pages show. */
export interface SiteContent {
  /** Newest first, their roles as they stand today. */
  readonly issues: readonly Issue[];
  readonly roles: readonly SiteRole[];
  /** The pages of issues and roles: lists are made of too much to be the same again. */
  readonly remember: Remember;
}

/** Every page, those of issues and roles before the lists that link to them. */
export function planPages(content: SiteContent, layout: WebLayout): readonly SitePage[] {
  return [
    ...planIssuePages(content, layout),
    ...planRolePages(content, layout),
    ...planTagPages(content, layout),
    ...planListPages(content, layout),
  ];
}

function planIssuePages({ issues, remember }: SiteContent, layout: WebLayout): SitePage[] {
  return issues.map((issue, index) => {
    const path = issuePath(issue);
    const [newer, older] = [issues[index - 1], issues[index + 1]];
    const madeOf = [issue, newer, older].map((shown) => (shown === undefined ? '' : fingerprint(shown)));
    const html = remember(`page ${path}`, madeOf, () =>
      renderIssuePage(issue, layout, { link: relativeLinks(path), newer, older }),
    );
    return { path, html, changed: issue.date, isKept: true };
  });
}

function planRolePages({ roles, remember }: SiteContent, layout: WebLayout): SitePage[] {
  return roles.map((siteRole) => {
    const { role, issues } = siteRole;
    const madeOf = [JSON.stringify(withoutMarkdown(role)), ...issues.map(fingerprint)];
    // As text, which is small to keep; all of a page is plain data.
    const text = remember(`page ${rolePath(role)}`, madeOf, () =>
      JSON.stringify(planRolePage(siteRole, layout)),
    );
    const page: SitePage = JSON.parse(text);
    return page;
  });
}

function planRolePage(siteRole: SiteRole, layout: WebLayout): SitePage {
  const { role, issues } = siteRole;
  const posting = postingOf(siteRole, layout);
  const lacks = posting?.kind === 'incomplete' ? posting.missing : [];
  return {
    path: rolePath(role),
    html: renderRolePage(siteRole, { layout, posting }),
    changed: issues[0].date,
    isKept: role.status === 'open',
    ...(lacks.length === 0 ? {} : { note: noteOnRole(siteRole, lacks) }),
  };
}

/** Why search engines will not show an open role as a job. */
function noteOnRole({ role, issues }: SiteRole, lacks: readonly string[]): SiteNote {
  const message = `${rolePath(role)} has no job posting for search engines; it lacks ${lacks.join(', and ')}`;
  return { file: issues[0].file, message };
}

function planTagPages({ issues }: SiteContent, layout: WebLayout): SitePage[] {
  const pairs = issues.flatMap((issue) => [...new Set(issue.tags)].map((tag) => ({ tag, issue })));
  const byTag = Map.groupBy(pairs, ({ tag }) => tag);
  return Array.from(byTag, ([tag, tagged]) => {
    const list = tagged.map(({ issue }) => issue);
    const html = renderTagPage(tag, list, layout);
    return { path: tagPath(tag), html, changed: list[0]?.date, isKept: true };
  });
}

function planListPages({ issues, roles }: SiteContent, layout: WebLayout): SitePage[] {
  const open = roles.filter(({ role }) => role.status === 'open');
  const shared = { changed: issues[0]?.date, isKept: true };
  return [
    { path: archivePath, html: renderArchivePage(issues, layout), ...shared },
    { path: rolesPath, html: renderRolesPage(open, layout), ...shared },
    { path: homePath, html: renderHomePage(issues, layout), ...shared },
  ];
}
