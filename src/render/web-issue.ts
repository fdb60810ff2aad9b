import type { Issue } from '../issue/issue.ts';
import { parseLine } from '../issue/merge-tag.ts';
import { formatDate } from './format-date.ts';
import { fillLabel, type Labels } from './labels.ts';
import { textDirection } from './text-direction.ts';
import type { WebLink } from './web-links.ts';
import { issuePath, tagPath } from './web-paths.ts';

/** What the web shows of an issue, on its own page and wherever it is listed. Merge tags show their fallbacks. */
export interface WebIssue {
  readonly number: number;
  /** `issue 7`. */
  readonly numberInWords: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** In the issue's language. */
  readonly dateInWords: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of its page. */
  readonly href: string;
  readonly tags: readonly WebTag[];
}

export interface WebTag {
  readonly tag: string;
  /** Of the page that lists the issues with it. */
  readonly href: string;
}

/** An issue as lists and its own page show it. */
export function viewIssue(
  issue: Issue,
  { link, labels }: { readonly link: WebLink; readonly labels: Pick<Labels, 'issue'> },
): WebIssue {
  const { number, title, subtitle, date, language, tags } = issue;
  return {
    number,
    numberInWords: fillLabel(labels.issue, { number }),
    title: showFallbacks(title),
    subtitle: subtitle === undefined ? undefined : showFallbacks(subtitle),
    date,
    dateInWords: formatDate(date, language),
    language,
    direction: textDirection(language),
    href: link(issuePath(issue)),
    tags: tags.map((tag) => ({ tag, href: link(tagPath(tag)) })),
  };
}

/** A line with merge tags as it reads for somebody whom we do not know. */
function showFallbacks(line: string): string {
  return parseLine(line)
    .map((part) => (typeof part === 'string' ? part : (part.fallback ?? '')))
    .join('');
}
