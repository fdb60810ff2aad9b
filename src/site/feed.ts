import { isClosed } from '../issue/is-closed.ts';
import type { Issue } from '../issue/issue.ts';
import { renderFeedContent } from '../render/web-content.ts';
import { viewIssue } from '../render/web-issue.ts';
import type { WebLayout } from '../render/web-layout.ts';
import { absoluteLinks } from '../render/web-links.ts';

/** A feed of whole articles, in whatever format. Addresses are absolute, dates are `YYYY-MM-DD`. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of the site, with a slash at its end. */
  readonly url: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly title: string;
  readonly summary: string | undefined;
  /** Also the item's identity: it never changes. */
  readonly url: string;
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  readonly tags: readonly string[];
  readonly contentHtml: string;
}

/** How many issues a feed holds: readers fetch it often, and whole. */
const longestFeed = 50;

/**
 * The feed of the site: whole issues, as their pages show them, without the roles that have closed.
 *
 * @param issues newest first, their roles as they stand today
 */
export function planFeed(issues: readonly Issue[], layout: WebLayout): Feed {
  const { name, tagline, url, language, sender, labels } = layout.letterhead;
  return {
    title: name,
    description: tagline ?? name,
    url: `${url}/`,
    author: sender.name,
    language,
    items: issues
      .map(withoutClosedRoles)
      .filter(saysSomething)
      .slice(0, longestFeed)
      .map((issue): FeedItem => {
        const { title, subtitle, date, href } = viewIssue(issue, { link: absoluteLinks(url), labels });
        const contentHtml = renderFeedContent(issue, layout);
        const { tags } = issue;
        return { title, summary: subtitle, url: href, date, language: issue.language, tags, contentHtml };
      }),
  };
}

/** An issue of nothing but roles that have closed is no news to anybody. */
function saysSomething({ introduction, blocks }: Issue): boolean {
  return introduction.children.length > 0 || blocks.length > 0;
}

function withoutClosedRoles(issue: Issue): Issue {
  return {
    ...issue,
    blocks: issue.blocks.filter((block) => block.kind !== 'openRole' || !isClosed(block.status)),
  };
}
