import { findInTemplates } from '../../src/check/mail-clients/find-in-templates.ts';
import { mailClientRules } from '../../src/check/mail-clients/mail-client-rules.ts';
import { judgeMailSize, mailClipped } from '../../src/check/mail-size/mail-clipped.ts';
import type { Sample } from '../../src/check/sample.ts';
import { judgeSentSlugs, slugSent } from '../../src/check/sent/slug-sent.ts';
import { accentContrast, judgeAccent } from '../../src/check/theme/accent-contrast.ts';
import type { WrittenIssue } from '../../src/issue/issue.ts';
import { contrastOnLight, themeTokens } from '../../src/render/theme-tokens.ts';
import { holdFurtherSamples } from './hold-samples.ts';
import { parseFiles } from './parse-sample.ts';

function issuesOf({ files }: Sample): WrittenIssue[] {
  return parseFiles(files).flatMap(({ written }) => written ?? []);
}

holdFurtherSamples([mailClipped], (sample) =>
  issuesOf(sample).flatMap((issue) => judgeMailSize(issue, sample.bytes)),
);

holdFurtherSamples([slugSent], (sample) => judgeSentSlugs(issuesOf(sample), sample.sent));

holdFurtherSamples([accentContrast], ({ written, place }) => {
  const shown = themeTokens(written).light['link'] ?? '';
  return judgeAccent({ written, shown, contrast: contrastOnLight(written), place });
});

holdFurtherSamples(Object.values(mailClientRules), ({ files }) =>
  findInTemplates({ own: Object.entries(files).map(([file, text]) => ({ file, text })), builtIn: [] }),
);
