/** Text by path below the output folder, such as `issues/one/index.html`. */
export type SiteFiles = ReadonlyMap<string, string>;

/** The whole site as a value. */
export interface SitePlan {
  readonly files: SiteFiles;
  /** The pictures that pages show, by path as well. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly SiteNote[];
}

/** What the author may want to know of a page. */
export interface SiteNote {
  /** The issue that could change it, relative to the workspace. */
  readonly file: string;
  readonly message: string;
}
