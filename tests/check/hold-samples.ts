import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/check/archive.ts';
import { runRule } from '../../src/check/check-issues.ts';
import { findInIssue } from '../../src/check/never-name/find-in-issue.ts';
import { sampleNeverNames } from '../../src/check/never-name/sample-list.ts';
import { sampleNewsletter } from '../../src/check/newsletter.ts';
import type { ArchiveRule, Rule, SampledRule } from '../../src/check/rule.ts';
import type { Sample } from '../../src/check/sample.ts';
import { compareFindings, type Finding } from '../../src/source/finding.ts';
import { parseFiles } from './parse-sample.ts';

/** The tests of rules that look at the text of issues. */
export function holdSamples(rules: readonly (Rule | ArchiveRule)[]): void {
  for (const rule of rules) holdFurtherSamples([rule], (sample) => findInIssues(rule, sample));
}

/** The tests of rules: their own samples, good and bad, and what `find` finds in them. */
export function holdFurtherSamples<Of extends Sample>(
  rules: readonly SampledRule<Of>[],
  find: (sample: Of) => readonly Finding[],
): void {
  describe.each(rules)('$name', (rule) => {
    const { good, bad } = rule.samples();

    it.each(good)('finds nothing in good sample %$', (sample) => {
      expect(errorsOfForm(sample)).toEqual([]);
      expect(find(sample)).toEqual([]);
    });

    it.each(bad)('finds all that is wrong in bad sample %$, where it is', ({ sample, finds }) => {
      const [onlyFile] = Object.keys(sample.files);
      expect(errorsOfForm(sample)).toEqual([]);
      expect(find(sample).map(asExpected)).toEqual(
        finds.map(({ at, file = onlyFile, message, hint }) => ({
          at,
          file,
          message,
          hint,
          rule: rule.name,
          severity: rule.severity,
        })),
      );
    });

    it('has a sample of each kind', () => {
      expect(good.length).toBeGreaterThan(0);
      expect(bad.length).toBeGreaterThan(0);
    });

    it('says what is wrong in lower case and without a full stop, and never without a hint', () => {
      for (const { message, hint } of bad.flatMap(({ finds }) => finds)) {
        expect(message).toMatch(/^[^A-Z].*[^.]$/u);
        expect(hint).toMatch(/^[^A-Z].*[^.]$/u);
      }
    });
  });
}

function findInIssues(rule: Rule | ArchiveRule, sample: Sample): Finding[] {
  const written = parseFiles(sample.files).flatMap((parsed) => parsed.written ?? []);
  const archive = createArchive(written);
  return written
    .flatMap((issue) => {
      const names = findInIssue(issue, sampleNeverNames).told;
      return runRule(rule, { issue, archive, newsletter: sampleNewsletter, names });
    })
    .sort(compareFindings);
}

function asExpected({ line, column, endLine, endColumn, ...found }: Finding): object {
  return { at: `${line}:${column}-${endLine}:${endColumn}`, ...found };
}

/** A sample shows a fault of its rule, not of the form of its issues. */
function errorsOfForm(sample: Sample): object[] {
  const issues = Object.entries(sample.files).filter(([file]) => file.startsWith('issues/'));
  return parseFiles(Object.fromEntries(issues)).flatMap((parsed) =>
    parsed.findings.filter(({ severity }) => severity === 'error'),
  );
}
