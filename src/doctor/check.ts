/** What `penny doctor` has to say of one thing. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'warning' | 'error';
  readonly detail: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly hint: string;
}

/** The name servers gave no answer: it says nothing of the set-up. */
export function unanswered(name: string, what: string): Check {
  return {
    name,
    state: 'warning',
    detail: `${what} could not be looked up`,
    hint: 'see that this machine reaches the Internet, and run it again',
  };
}

/** Nothing to do about it. */
export function fine(name: string, detail: string): Check {
  return { name, state: 'ok', detail, hint: '' };
}
