/** What became of the call for one address. */
export type PageAnswer = FetchedPage | UnfetchedPage;

export interface FetchedPage {
  /** Where the page is in the end. */
  readonly url: string;
  readonly status: number;
  /** The ways there, in order: each page that sent the call on, and where to. */
  readonly redirects: readonly Redirect[];
  /** The start of the page as text; empty when it is no text. */
  readonly text: string;
}

export interface Redirect {
  readonly status: number;
  readonly to: string;
}

export interface UnfetchedPage {
  readonly failure: PageFailure;
  /** What the system said, for people. */
  readonly detail: string;
}

/**
 * Why there is no page: it is in a private network and was not called; this machine has no way to it, or no name server
 * to ask; its host is not known; nobody took the call; the connection is not trusted; the page did not come in time; it
 * sent the call in circles, or on to something that is no page; the call was broken off by the person.
 */
export type PageFailure =
  | 'not-public'
  | 'offline'
  | 'unknown-host'
  | 'no-answer'
  | 'untrusted'
  | 'too-slow'
  | 'redirects'
  | 'stopped';
