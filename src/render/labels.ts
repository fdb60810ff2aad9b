import type { Employment, PayPeriod, RoleStatus } from '../issue/issue.ts';

/** The words around an author's that code puts together; templates use these and more, as `@labels`. */
export type Labels = Readonly<Record<LabelName, string>>;

type LabelName =
  | 'openRole'
  | 'activeCandidate'
  | 'closedRole'
  | `role${Capitalize<Exclude<RoleStatus, 'open'>>}`
  | 'closedCandidate'
  | 'candidatePaused'
  | 'candidatePlaced'
  | 'candidateWithdrawn'
  | 'onsite'
  | 'hybrid'
  | 'remote'
  | 'remoteFrom'
  | `per${Capitalize<PayPeriod>}`
  | Employment
  | 'closes'
  | 'issue'
  | 'allIssues'
  | 'openRoles'
  | 'table'
  | 'minutes'
  | 'newer'
  | 'older'
  | 'backToMention'
  | 'posted'
  | 'notFound'
  | 'subscribed'
  | 'confirm'
  | 'confirmed'
  | 'leave'
  | 'leaveLead'
  | 'left'
  | 'yourTopics'
  | 'notHere';

/** A label with its gaps filled: `issue {number}` becomes `issue 7`. A gap that is not known stays as it is. */
export function fillLabel(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** All labels as templates see them: those that name the newsletter do. */
export function nameLabels({
  name,
  labels,
}: {
  readonly name: string;
  readonly labels: Labels;
}): Readonly<Record<string, string>> {
  // What else is among them, such as what to do next, blocks have from elsewhere.
  const words = Object.entries<unknown>(labels).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(words.map(([label, text]) => [label, fillLabel(text, { name })]));
}
