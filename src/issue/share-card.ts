/** What the picture says that stands for a page where somebody shares its address. Nothing else is written on it. */
export interface ShareCard {
  /** Of the newsletter. */
  readonly name: string;
  /** Of the issue, as its author wrote it; absent for the site as a whole. */
  readonly title?: string;
  /** What stands at the foot, in the order of preference: some can be written in the letters of a language only. */
  readonly feet: readonly string[];
  readonly colours: ShareColours;
}

/** As `#rrggbb`. */
export interface ShareColours {
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
}
