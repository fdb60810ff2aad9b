import type { Issue } from '../issue/issue.ts';
import { fillLabel } from './labels.ts';
import type { Letterhead } from './letterhead.ts';
import { markLine } from './mark-line.ts';
import { markSlot } from './slots.ts';
import { textDirection } from './text-direction.ts';
import { issuePath } from './web-paths.ts';

/**
 * Version 1 of what the `layout` templates of mail see besides the blocks. Every field is always there; what the
 * issue or the newsletter does not have is `undefined`.
 */
export interface Frame {
  /** BCP 47, of the issue. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: string;
  readonly preheader: string | undefined;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly issueNumber: number;
  /** `issue 7`. */
  readonly numberInWords: string;
  /** The newsletter's name. */
  readonly name: string;
  readonly senderName: string;
  readonly postalAddress: string | undefined;
  /** The issue's page on the web. */
  readonly onlineUrl: string;
  /** Each recipient's own. */
  readonly unsubscribeUrl: string;
}

/** What surrounds the blocks of an issue in mail; merge tags in its lines are marked as slots. */
export function frameIssue(issue: Issue, letterhead: Letterhead): Frame {
  const { language, title, subtitle, preheader, number } = issue;
  return {
    language,
    direction: textDirection(language),
    subject: markLine(issue.subject),
    preheader: preheader === undefined ? undefined : markLine(preheader),
    title: markLine(title),
    subtitle: subtitle === undefined ? undefined : markLine(subtitle),
    issueNumber: number,
    numberInWords: fillLabel(letterhead.labels.issue, { number }),
    name: letterhead.name,
    senderName: letterhead.sender.name,
    postalAddress: letterhead.sender.postalAddress,
    onlineUrl: `${letterhead.url}/${issuePath(issue)}`,
    unsubscribeUrl: markSlot({ tag: 'unsubscribeUrl' }),
  };
}
