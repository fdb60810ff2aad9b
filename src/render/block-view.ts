import type { RootContent } from 'mdast';
import type {
  ActiveCandidate,
  Block,
  CallToAction,
  Essay,
  EssayPart,
  Issue,
  OpenRole,
} from '../issue/issue.ts';
import { collectDefinitions } from './collect-definitions.ts';
import type { Labels } from './labels.ts';
import type { Letterhead } from './letterhead.ts';
import { mailtoUrl } from './mailto.ts';
import { roleFacts } from './role-facts.ts';

/**
 * Version 1 of what every template sees of a block, whatever the medium: a name keeps its meaning, new ones may be
 * added. Every field is always there; what the issue does not have is `undefined`.
 */
export type BlockView = CardView | EssayView;

/** An open role or an active candidate. */
export interface CardView {
  readonly kind: 'openRole' | 'activeCandidate';
  /** Unique within the issue. */
  readonly id: string;
  /** What it is: `open role`, or `role` once it is closed. Its heading reads `open role: vp of sales`. */
  readonly label: string;
  readonly title: string;
  /** Company, place, pay and so on, for one line. May be empty. */
  readonly facts: readonly string[];
  /** Says that it is closed: `this role is filled`. */
  readonly notice: string | undefined;
  /** What to do next; `undefined` when it is closed. */
  readonly cta: CtaView | undefined;
  readonly body: readonly RootContent[];
}

/** “interested? apply here”. */
interface CtaView {
  readonly lead: string;
  /** The text of the link. */
  readonly label: string;
  readonly href: string;
  /** The link's name where it is read out of context, beginning with the label: `apply here: vp of sales`. */
  readonly name: string;
}

export interface EssayView {
  readonly kind: 'essay';
  readonly title: string;
  readonly parts: readonly EssayPartView[];
}

export interface EssayPartView {
  /** The author's `TLDR:` when this part is the TL;DR box. */
  readonly label: string | undefined;
  readonly body: readonly RootContent[];
}

/** What a reader is shown of a block. */
export function viewBlock(block: Block, issue: Issue, { labels }: Pick<Letterhead, 'labels'>): BlockView {
  switch (block.kind) {
    case 'openRole':
      return viewRole(block, { labels, language: issue.language });
    case 'activeCandidate':
      return viewCandidate(block, labels, issue.number);
    case 'essay':
      return viewEssay(block);
  }
}

/** @param words the newsletter's labels, and the language (BCP 47) of the issue that shows the role */
export function viewRole(
  role: OpenRole,
  { labels, language }: { readonly labels: Labels; readonly language: string },
): CardView {
  const notice = roleNotices[role.status];
  const { id, title, status, apply } = role;
  return {
    kind: role.kind,
    id,
    label: notice === undefined ? labels.openRole : labels.closedRole,
    title,
    facts: roleFacts(role, { labels, language }),
    notice: notice === undefined ? undefined : labels[notice],
    cta: status === 'open' && apply !== undefined ? viewCta(role, apply) : undefined,
    body: role.body.children,
  };
}

const roleNotices = {
  open: undefined,
  paused: 'rolePaused',
  filled: 'roleFilled',
  withdrawn: 'roleWithdrawn',
  expired: 'roleExpired',
} as const satisfies Readonly<Record<OpenRole['status'], keyof Labels | undefined>>;

const candidateNotices = {
  active: undefined,
  paused: 'candidatePaused',
  placed: 'candidatePlaced',
  withdrawn: 'candidateWithdrawn',
} as const satisfies Readonly<Record<ActiveCandidate['status'], keyof Labels | undefined>>;

function viewCandidate(candidate: ActiveCandidate, labels: Labels, issueNumber: number): CardView {
  const { id, title, status, location, workplace, available, payWanted } = candidate;
  const notice = candidateNotices[status];
  const label = notice === undefined ? labels.activeCandidate : labels.closedCandidate;
  const subject = `${label}: ${title} [${issueNumber}-${id}]`;
  return {
    kind: candidate.kind,
    id,
    label,
    title,
    facts: [location, workplace, available, payWanted].filter((fact) => fact !== undefined),
    notice: notice === undefined ? undefined : labels[notice],
    cta: status === 'active' ? viewCta(candidate, mailtoUrl(candidate.contact, subject)) : undefined,
    body: candidate.body.children,
  };
}

function viewCta(
  { title, cta }: { readonly title: string; readonly cta: CallToAction },
  href: string,
): CtaView {
  return { lead: cta.lead, label: cta.label, href, name: `${cta.label}: ${title}` };
}

/** A part is rendered by itself, and may use a link or a footnote that is defined in another one. */
function viewEssay(essay: Essay): EssayView {
  const { links, footnotes } = collectDefinitions(essay.parts.flatMap((part) => part.children));
  const definitions = [...links.values(), ...footnotes.values()];
  const viewPart = (part: EssayPart): EssayPartView => ({
    label: part.kind === 'tldr' ? part.label : undefined,
    body: [...part.children.filter((child) => !isDefinition(child)), ...definitions],
  });
  return { kind: essay.kind, title: essay.title, parts: essay.parts.map(viewPart) };
}

function isDefinition(node: RootContent): boolean {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}
