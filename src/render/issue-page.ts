import type { Issue } from '../issue/issue.ts';
import { fillLabel } from './labels.ts';
import { readingMinutes } from './reading-minutes.ts';
import { shareCardOfIssue, viewShareImage } from './share-cards.ts';
import { describeArticle, describeBreadcrumbs } from './structured-data.ts';
import { renderWebContent } from './web-content.ts';
import { viewIssue } from './web-issue.ts';
import { renderPage, type WebLayout } from './web-layout.ts';
import { absoluteLinks, type WebLink } from './web-links.ts';
import { archivePath, homePath, issuePath } from './web-paths.ts';

/** Where an issue's page stands on the site. */
export interface WebPlace {
  readonly link: WebLink;
  /** The issue published after this one, and the one before. */
  readonly newer: Issue | undefined;
  readonly older: Issue | undefined;
}

/**
 * The page of an issue, complete: nothing else is needed to read it, no style sheet and no script.
 *
 * @param place on the site; without it the page stands by itself, and its links lead to the published site.
 * @throws TemplateError
 */
export function renderIssuePage(issue: Issue, layout: WebLayout, place?: WebPlace): string {
  const { link, newer, older } = place ?? standingAlone(layout);
  const { letterhead } = layout;
  const { labels } = letterhead;
  const view = viewIssue(issue, { link, labels });
  const minutes = readingMinutes(issue);
  const absolute = absoluteLinks(letterhead.url);
  const path = issuePath(issue);
  const url = absolute(path);
  const shareImage =
    issue.shareImage === undefined
      ? undefined
      : viewShareImage(issue.shareImage, shareCardOfIssue(issue, letterhead), letterhead.url);
  return renderPage(layout, {
    template: 'issue',
    data: {
      ...view,
      minutes,
      minutesInWords: fillLabel(labels.minutes, { minutes }),
      contentHtml: renderWebContent(issue, layout, link),
      neighbours: [
        ...(newer === undefined
          ? []
          : [{ relation: 'newer', relationInWords: labels.newer, ...viewIssue(newer, { link, labels }) }]),
        ...(older === undefined
          ? []
          : [{ relation: 'older', relationInWords: labels.older, ...viewIssue(older, { link, labels }) }]),
      ],
    },
    title: view.title,
    description: view.subtitle,
    language: issue.language,
    path,
    published: issue.date,
    shareImage,
    structuredData: [
      describeArticle(view, { url, letterhead, image: shareImage?.src }),
      describeBreadcrumbs([
        { name: letterhead.name, url: absolute(homePath) },
        { name: labels.allIssues, url: absolute(archivePath) },
        { name: view.title, url },
      ]),
    ],
    link,
  });
}

function standingAlone({ letterhead }: WebLayout): WebPlace {
  return { link: absoluteLinks(letterhead.url), newer: undefined, older: undefined };
}
