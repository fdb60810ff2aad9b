/** What `penny doctor` has to say of one thing. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'warning' | 'error';
  readonly detail: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly hint: string;
}

/** Nothing to do about it. */
export function fine(name: string, detail: string): Check {
  return { name, state: 'ok', detail, hint: '' };
}
