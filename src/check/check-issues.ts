import type { ParsedIssue } from '../issue/parse-issue.ts';
import { makeAnew, type Remember } from '../issue/remember.ts';
import { compareFindings, type Finding } from '../source/finding.ts';
import { applyIgnores } from './apply-ignores.ts';
import { applySettings, judgeSettings, type RuleSetting } from './apply-settings.ts';
import { type Archive, createArchive } from './archive.ts';
import { type CheckResult, summarize } from './check-result.ts';
import { findInIssue } from './never-name/find-in-issue.ts';
import type { NeverNameList } from './never-name/never-name-list.ts';
import { noteMissingList } from './never-name/note-missing-list.ts';
import { redactFindings } from './never-name/redact.ts';
import type { Newsletter } from './newsletter.ts';
import { shortenQuotes } from './reading/quote.ts';
import type { ArchiveRule, Rule, RuleContext, RuleDescription, Trouble } from './rule.ts';
import { RuleFailure } from './rule-failure.ts';
import { rules } from './rules/index.ts';
import { toFinding } from './to-finding.ts';

export interface CheckOptions {
  readonly newsletter: Newsletter;
  /** `rules` of newsletter.yaml. */
  readonly ruleSettings: readonly RuleSetting[];
  /** Absent when there is no list at all, which is said once where somebody needs one. */
  readonly neverNames?: NeverNameList;
  /** The files to report on, as `ParsedIssue.file` has them; absent means all. The others are still compared with. */
  readonly named?: ReadonlySet<string>;
  /** What was found beyond the text of the issues, such as the size of a mail: rules of the catalogue like all others. */
  readonly further?: readonly Finding[];
  /** What rules find in an issue whatever the others say. */
  readonly remember?: Remember;
}

/**
 * Everything there is to say about the issues of a workspace: what parsing found and what the rules find, of all
 * files, in the order of their places. A file that could not be read has the findings of its parsing only. No finding
 * holds a term of the never-name list, not even in the name of its file.
 *
 * @throws RuleFailure when a rule throws
 */
export function checkIssues(parsed: readonly ParsedIssue[], options: CheckOptions): CheckResult {
  const { named, ruleSettings, neverNames = [], further = [], remember = makeAnew } = options;
  const archive = createArchive(parsed.flatMap((issue) => issue.written ?? []));
  const reported = parsed.filter((issue) => named === undefined || named.has(issue.file));
  const sources = new Map(
    reported.flatMap(({ file, written: issue }) =>
      issue === undefined
        ? []
        : [[file, { source: issue.source, names: findInIssue(issue, neverNames) }] as const],
    ),
  );
  const furtherByFile = Map.groupBy(further, ({ file }) => file);
  const found = reported.flatMap((issue) =>
    checkIssue(issue, {
      archive,
      newsletter: options.newsletter,
      names: sources.get(issue.file)?.names.told ?? [],
      further: furtherByFile.get(issue.file) ?? [],
      remember,
    }),
  );
  const files = new Set(parsed.map(({ file }) => file));
  const elsewhere = further.filter(({ file }) => !files.has(file));
  const all = [
    ...applySettings([...found, ...elsewhere], ruleSettings),
    ...judgeSettings(ruleSettings),
    ...noteMissingList(reported, options.neverNames),
  ];
  const shown = redactFindings(all.sort(compareFindings), { list: neverNames, sources });
  return summarize(shown.map(shortenQuotes));
}

interface Surroundings extends Omit<RuleContext, 'issue'> {
  readonly archive: Archive;
  readonly further: readonly Finding[];
  readonly remember: Remember;
}

function checkIssue(
  { written: issue, findings }: ParsedIssue,
  { archive, further, remember, ...surroundings }: Surroundings,
): readonly Finding[] {
  if (issue === undefined) return findings;
  const context = { issue, ...surroundings };
  const alone = remember(`findings in ${issue.file}`, [issue.source], () =>
    issueRules.flatMap((rule) => runRule(rule, context)),
  );
  const compared = archiveRules.flatMap((rule) => runRule(rule, { ...context, archive }));
  return applyIgnores(issue, [...findings, ...further, ...alone, ...compared]);
}

const archiveRules = rules.filter((rule): rule is ArchiveRule => rule.comparing === true);
const issueRules = rules.filter((rule): rule is Rule => rule.comparing !== true);

/** A rule that can do with this much. */
interface RuleFor<Context> extends Pick<RuleDescription, 'name' | 'severity'> {
  readonly check: (context: Context) => Iterable<Trouble>;
}

/** @throws RuleFailure when the rule throws: a bug of ours must not pass for an issue without faults. */
export function runRule<Context extends RuleContext>(rule: RuleFor<Context>, context: Context): Finding[] {
  const { file } = context.issue;
  try {
    return Array.from(rule.check(context), (trouble) => toFinding(rule, file, trouble));
  } catch (cause) {
    throw new RuleFailure(rule.name, file, { cause });
  }
}
