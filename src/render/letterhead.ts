import type { Picture } from '../issue/picture.ts';
import type { Labels } from './labels.ts';

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
  readonly labels: Labels;
  readonly theme: Theme;
  /** What people may choose to get; the form of pages asks for it. */
  readonly topics?: readonly string[];
  /** Where mails have the pictures of an issue from: the site, or the message itself. */
  readonly images: 'hosted' | 'embedded';
  /** Stands for every page that is no issue’s where somebody shares the address; absent until it is drawn. */
  readonly shareImage?: Picture;
  /** Absent until it is read. */
  readonly logo?: Logo;
}

/** The newsletter's mark, in the forms that it is shown in. */
export interface Logo {
  /** What it says. */
  readonly alt: string;
  /** On light pages. */
  readonly light: Picture;
  /** On dark pages. */
  readonly dark: Picture;
  /** In mails, where no program can be trusted to show another one on dark screens: it has a ground of its own. */
  readonly grounded: Picture;
}

/** How mails and pages look. Colours are `#rrggbb`. */
export interface Theme {
  /** Of links and buttons on light surfaces. */
  readonly accent: string;
  /** What is set of the other colours, by names such as `roleTint`; what is not has a default. */
  readonly colors: {
    readonly light: Readonly<Record<string, string>>;
    readonly dark: Readonly<Record<string, string>>;
  };
  /** `sans`, `serif`, or what CSS calls a list of font families. */
  readonly fonts: {
    readonly text: string;
    readonly essay: string;
  };
  /** Of the mail, in pixels. */
  readonly width: number;
  /** Of corners, in pixels. */
  readonly radius: number;
}

/** Handlebars sources and style sheets by path within `templates/`: `email/layout.hbs`, `web/style.css`. */
export type Templates = ReadonlyMap<string, string>;
