/** What somebody wrote into the form. Nothing of it is believed before they have confirmed. */
export interface Application {
  readonly address: string;
  readonly name: string;
  readonly topics: readonly string[];
}

/** How somebody stands who opens their own link to leave. */
export interface Leaver {
  /** Enough to know one's own address by: `j…@example.com`; absent for somebody of whom nothing is left. */
  readonly addressHint?: string;
  readonly isOnList: boolean;
  /** All that can be chosen. */
  readonly topics: readonly { readonly name: string; readonly isChosen: boolean }[];
}

/** Of a link that confirms: `late` is one that is too old. Undefined is one that nobody was ever sent. */
export type ConfirmationStanding = 'open' | 'confirmed' | 'late' | undefined;

/** What the public endpoints need of the list. What is resolved is on disk. */
export interface AudienceDesk {
  /** Takes an application, and says nothing of whether the address was known: only whether it can be one. */
  subscribe(application: Application): Promise<'taken' | 'malformed'>;
  lookAtConfirmation(token: string): ConfirmationStanding;
  /** Answers how it stood before. */
  confirm(token: string): Promise<ConfirmationStanding>;
  findLeaver(token: string): Leaver | undefined;
  /** False for a token that nobody was ever sent. True for everybody else, on the list or not. */
  unsubscribe(token: string, way: 'page' | 'one click'): Promise<boolean>;
  chooseTopics(token: string, chosen: readonly string[]): Promise<boolean>;
  /** Throws when the database cannot be read. */
  probe(): void;
}
