import type { RuleContext } from '../rule.ts';
import { languageOf } from './language-of.ts';

/** Whether an issue says, or its newsletter says for it, that it is in English. */
export function isEnglish(context: Pick<RuleContext, 'issue' | 'newsletter'>): boolean {
  return languageOf(context) === 'en';
}
