import type { FieldPlaces, Place } from '../source/place.ts';
import type { LabelSettings, Wording } from './labels-schema.ts';
import type { Rate } from './rate.ts';
import type { Theme } from './theme-schema.ts';

/**
 * A folder with `newsletter.yaml`, resolved: every default filled in, every path absolute, the environment read.
 * Frozen; later steps take what they need from it and ask nothing else.
 */
export interface Workspace {
  readonly folder: string;
  readonly settings: Settings;
  /** The text of `newsletter.yaml` in which places count: LF line ends, no byte order mark. */
  readonly settingsSource: string;
  /** Where each setting that is written stands in it. */
  readonly settingPlaces: FieldPlaces;
  /** What an issue's author may leave out. */
  readonly issueDefaults: IssueDefaults;
  readonly paths: WorkspacePaths;
  /** Absent: messages go to the outbox. */
  readonly smtp?: SmtpSettings;
  /** Absent: there is no mailbox to read. */
  readonly imap?: ImapSettings;
  /** `rules` of newsletter.yaml: how much weight findings have here. */
  readonly ruleSettings: readonly RuleSetting[];
  /** What must never appear in anything that leaves the house; absent means that there is no list. */
  readonly neverNames?: readonly NeverName[];
  /** `templates/` sources by path, the workspace's own files over the package's. */
  readonly templates: ReadonlyMap<string, string>;
  /** The workspace's own among them. */
  readonly ownTemplates: ReadonlyMap<string, string>;
  /** The package's, also where an own one stands in for it. */
  readonly builtInTemplates: ReadonlyMap<string, string>;
  /** Paths of other files in `templates/`. */
  readonly strangeTemplates: readonly string[];
}

/** One line of `rules:`, with the place of its name. */
export interface RuleSetting {
  readonly rule: string;
  readonly severity: 'off' | 'note' | 'warning' | 'error';
  readonly place: Place;
}

/** An entry of the never-name list; called by its number everywhere, and never by its terms. */
export interface NeverName {
  /** From 1. */
  readonly number: number;
  readonly terms: readonly string[];
  readonly match: 'word' | 'substring';
  /** Phrases, or places such as `issues/012.md:14`, where the word is only a word. */
  readonly allow: readonly string[];
}

export interface WorkspacePaths {
  readonly issues: string;
  readonly templates: string;
  /** The never-name list, whether or not it is there. */
  readonly neverNames: string;
  readonly site: string;
  readonly outbox: string;
  readonly database: string;
  /** Pictures as they are published, so that none is made twice; may be deleted at any time. */
  readonly pictures: string;
  /** Records of builds, so that one without changes is known; may be deleted at any time. */
  readonly builds: string;
}

export interface Settings {
  readonly name: string;
  readonly tagline?: string;
  /** Without a slash at its end. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  readonly sender: {
    readonly name: string;
    readonly address: string;
    readonly replyTo: string;
    readonly postalAddress?: string;
  };
  readonly labels: LabelSettings;
  /** Absent: penny does not sign. */
  readonly dkim?: {
    readonly domain: string;
    readonly selector: string;
    /** As it is written: from the workspace's folder. */
    readonly keyFile: string;
  };
  readonly theme: Theme;
  /** Where mails have the pictures of an issue from: the site, or the message itself. */
  readonly images: 'hosted' | 'embedded';
  readonly delivery: {
    readonly connections: number;
    /** Milliseconds between the tries of a deferred delivery. */
    readonly retry: readonly number[];
    readonly rate?: Rate;
    /** By domain, in A-labels. */
    readonly perDomain: Readonly<Record<string, Rate>>;
    /** What is done about a message that may have arrived. */
    readonly unknown: 'ask' | 'skip' | 'resend';
  };
  /** How readers leave: through the site and by mail, or by mail only. */
  readonly unsubscribe: 'both' | 'mail';
  /** Absent: bounces come to the sender’s address. */
  readonly bounces?: { readonly domain: string };
  readonly testRecipients: readonly string[];
  /** Tags that people may choose for themselves. */
  readonly topics: readonly string[];
  readonly serve: {
    /** Whether X-Forwarded-For says who asks. */
    readonly trustProxy: boolean;
  };
}

interface IssueDefaults {
  readonly language: string;
  readonly essayTitle: string;
  readonly roleCta: Wording;
  readonly candidateCta: Wording;
  readonly contact: string;
}

/** Where messages go. The password comes from the environment only. */
export type SmtpSettings =
  | { readonly from: 'SMTP_URL'; readonly url: string }
  | {
      readonly from: 'newsletter.yaml';
      readonly host: string;
      readonly port: number;
      readonly user?: string;
      readonly password?: string;
    };

/** The mailbox that answers come to. The password comes from the environment only. */
export type ImapSettings =
  | { readonly from: 'IMAP_URL'; readonly url: string }
  | {
      readonly from: 'newsletter.yaml';
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly folder: string;
      readonly password?: string;
    };
