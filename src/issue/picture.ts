/** A picture that lies beside an issue, ready to be published: upright, without metadata, no larger than it is shown. */
export interface Picture {
  /** Below the site's root: `images/0a1b2c3d4e5f6071.jpg`. It says nothing of the file's name. */
  readonly path: string;
  /** A media type that every mail program shows. */
  readonly type: `image/${'jpeg' | 'png' | 'gif'}`;
  /** As it is shown, in pixels of CSS; the file may have up to twice as many. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** By the addresses that the author wrote. */
export type Pictures = ReadonlyMap<string, Picture>;
