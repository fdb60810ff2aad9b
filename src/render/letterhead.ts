/** What every rendering says about the newsletter itself. The workspace provides it, complete. */
export interface Letterhead {
  readonly name: string;
  readonly tagline?: string;
  /** Without a slash at its end. */
  readonly url: string;
  /** BCP 47, of the newsletter; an issue has its own. */
  readonly language: string;
  readonly sender: {
    readonly name: string;
    readonly address: string;
    readonly replyTo: string;
    readonly postalAddress?: string;
  };
  readonly labels: {
    readonly openRole: string;
    readonly activeCandidate: string;
  };
  readonly theme: {
    /** `#rrggbb`, for links and buttons on light surfaces. */
    readonly accent: string;
  };
}

/** Handlebars sources and style sheets by path within `templates/`: `email/layout.hbs`, `web/style.css`. */
export type Templates = ReadonlyMap<string, string>;
