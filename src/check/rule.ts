import type { WrittenIssue } from '../issue/issue.ts';
import type { Severity } from '../source/finding.ts';
import type { Place } from '../source/place.ts';
import type { Archive } from './archive.ts';
import type { NameInIssue } from './never-name/find-in-issue.ts';
import type { Newsletter } from './newsletter.ts';
import type { Sample, Samples } from './sample.ts';

/** Family and name, such as `role/apply-missing`. Permanent: people write it into `ignore`, scripts look for it. */
type RuleName = `${string}/${string}`;

/** What `penny check --explain` and docs/rules.md say about one kind of finding. */
export interface RuleDescription {
  readonly name: RuleName;
  readonly severity: Severity;
  /** What the format itself demands: no issue may ignore it. */
  readonly neverIgnored?: true;
  /** Not looked for in every run: whether an issue ignores it in vain cannot be told. */
  readonly occasional?: true;
  /** Its findings stand in no issue, but in a file such as newsletter.yaml: only `rules:` there can silence it. */
  readonly elsewhere?: true;
  /** One sentence each: what is found, why it matters to the readers of the issue, how to fix it. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** A rule whose samples are its tests and its documentation; a check makes none of them. */
export interface SampledRule<Of extends Sample = Sample> extends RuleDescription {
  readonly samples: () => Samples<Of>;
}

/** One thing to look for in an issue, whatever the others say. */
export interface Rule extends SampledRule {
  readonly comparing?: never;
  /** Everything that is wrong in `issue`, in any order: findings are sorted by place later. */
  readonly check: (context: RuleContext) => Iterable<Trouble>;
}

/** One thing to look for in an issue as it stands among the others. It is asked anew whenever one of them changes. */
export interface ArchiveRule extends SampledRule {
  readonly comparing: true;
  /** Everything that is wrong in `issue`, in any order. */
  readonly check: (context: ArchiveContext) => Iterable<Trouble>;
}

export interface RuleContext {
  readonly issue: WrittenIssue;
  readonly newsletter: Newsletter;
  /** What the issue shows of the never-name list. */
  readonly names: readonly NameInIssue[];
}

export interface ArchiveContext extends RuleContext {
  /** All issues of the workspace, this one among them, as far as they can be read. */
  readonly archive: Archive;
}

/** A finding before the rule's name, its severity and the file are put on it. */
export interface Trouble {
  readonly place: Place;
  /** What is wrong, in the author's terms; no capital at its start, no full stop at its end. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
}
