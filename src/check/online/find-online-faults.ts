import type { Finding } from '../../source/finding.ts';
import { toFinding } from '../to-finding.ts';
import type { LinkUse } from './collect-links.ts';
import { judgePage } from './judge-page.ts';
import type { PageAnswer } from './page-answer.ts';

/** One finding for each place that leads to a page with something wrong. A link without an answer is left alone. */
export function findOnlineFaults(
  uses: readonly LinkUse[],
  answers: ReadonlyMap<string, PageAnswer>,
): readonly Finding[] {
  return uses.flatMap((use) => {
    const answer = answers.get(use.address);
    const judgement = answer === undefined ? undefined : judgePage(use, answer);
    if (judgement === undefined) return [];
    const { rule, message, hint } = judgement;
    return toFinding(rule, use.file, { place: use.place, message, hint });
  });
}
