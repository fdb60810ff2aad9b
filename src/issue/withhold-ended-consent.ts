import type { Issue } from './issue.ts';

/**
 * An issue as the web may show it on a day: whoever agreed until a day before it is for the web no longer. Mails that
 * were sent stay as they are.
 *
 * @param today `YYYY-MM-DD`
 */
export function withholdEndedConsent(issue: Issue, today: string): Issue {
  const blocks = issue.blocks.map((block) => {
    const until = block.kind === 'activeCandidate' ? block.consent?.until : undefined;
    return until !== undefined && until < today ? { ...block, web: false } : block;
  });
  return { ...issue, blocks };
}
