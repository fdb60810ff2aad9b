import { type CardHtml, cardHtml } from '../render/block-html.ts';
import { type CardView, viewRole } from '../render/block-view.ts';
import { formatDate } from '../render/format-date.ts';
import { fillLabel } from '../render/labels.ts';
import type { HtmlOptions } from '../render/markdown-html.ts';
import { linkPictures } from '../render/shown-pictures.ts';
import { describeBreadcrumbs } from '../render/structured-data.ts';
import { textDirection } from '../render/text-direction.ts';
import { viewIssue } from '../render/web-issue.ts';
import { renderPage, type WebLayout } from '../render/web-layout.ts';
import { absoluteLinks, relativeLinks } from '../render/web-links.ts';
import { homePath, rolePath, rolesPath } from '../render/web-paths.ts';
import { describeJobPosting, type JobPosting } from './job-posting.ts';
import type { SiteRole } from './site-roles.ts';

/** What stands under the title of a role, on its page and in what search engines read. */
const bodyOptions = { firstHeading: 2, mergeTags: 'fallbacks', forEmail: false } as const;

/** The list of the roles that are open. */
export function renderRolesPage(roles: readonly SiteRole[], layout: WebLayout): string {
  const { name, language, labels } = layout.letterhead;
  const link = relativeLinks(rolesPath);
  const entries = roles.map((siteRole) => {
    const { body, ...view } = cardOf(siteRole, layout);
    const language = languageOf(siteRole);
    const href = link(rolePath(siteRole.role));
    return { ...view, ...postedOf(siteRole), language, direction: textDirection(language), href };
  });
  return renderPage(layout, {
    template: 'roles',
    data: { roles: entries },
    title: `${labels.openRoles} · ${name}`,
    language,
    path: rolesPath,
    link,
  });
}

/** The page of one role, from all issues that show it; search engines keep it while the role is open. */
export function renderRolePage(
  siteRole: SiteRole,
  { layout, posting }: { readonly layout: WebLayout; readonly posting: JobPosting | undefined },
): string {
  const { role, issues } = siteRole;
  const { letterhead } = layout;
  const { labels } = letterhead;
  const path = rolePath(role);
  const link = relativeLinks(path);
  const absolute = absoluteLinks(letterhead.url);
  const view = roleHtml(siteRole, layout, {
    ...bodyOptions,
    labels,
    footnotePrefix: 'role',
    pictures: linkPictures(issues[0], link),
  });
  const posted = postedOf(siteRole);
  const says = [view.notice, ...view.facts].filter((words) => words !== undefined);
  return renderPage(layout, {
    template: 'role-page',
    data: {
      ...view,
      company: role.company,
      ...posted,
      postedLine: fillLabel(labels.posted, { date: posted.postedInWords }),
      issues: issues.map((issue) => viewIssue(issue, { link, labels })),
      isRepeated: issues.length > 1,
    },
    title: `${role.title} · ${letterhead.name}`,
    description: says.length === 0 ? undefined : says.join(' · '),
    language: languageOf(siteRole),
    path,
    isHidden: role.status !== 'open',
    structuredData: [
      ...(posting?.kind === 'complete' ? [posting.data] : []),
      describeBreadcrumbs([
        { name: letterhead.name, url: absolute(homePath) },
        // The list of open roles does not lead to one that is closed.
        ...(view.notice === undefined ? [{ name: labels.openRoles, url: absolute(rolesPath) }] : []),
        { name: role.title, url: absolute(path) },
      ]),
    ],
    link,
  });
}

/** What an open role's page says to search engines; nothing for any other. */
export function postingOf(siteRole: SiteRole, layout: WebLayout): JobPosting | undefined {
  const { role, issues } = siteRole;
  if (role.status !== 'open') return undefined;
  const { url, name, labels } = layout.letterhead;
  const pictures = linkPictures(issues[0], absoluteLinks(url));
  const { bodyHtml } = roleHtml(siteRole, layout, { ...bodyOptions, labels, pictures });
  return describeJobPosting(role, { descriptionHtml: bodyHtml, newsletter: name });
}

function roleHtml(siteRole: SiteRole, layout: WebLayout, options: HtmlOptions): CardHtml {
  return cardHtml(cardOf(siteRole, layout), options);
}

function cardOf(siteRole: SiteRole, { letterhead }: WebLayout): CardView {
  return viewRole(siteRole.role, { labels: letterhead.labels, language: languageOf(siteRole) });
}

function postedOf(siteRole: SiteRole): { readonly posted: string; readonly postedInWords: string } {
  const { posted } = siteRole.role;
  return { posted, postedInWords: formatDate(posted, languageOf(siteRole)) };
}

/** A role is written in the language of its newest issue. */
function languageOf({ issues: [newest] }: SiteRole): string {
  return newest.language;
}
