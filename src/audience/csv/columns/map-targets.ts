import type { ColumnRole } from './column-role.ts';

/** What may stand behind the `=` of `--map COLUMN=FIELD`, as people are told of it. */
export const mapTargets = [
  ...(['address', 'name', 'firstName', 'lastName', 'status', 'agreed', 'tags', 'consent', 'source'] as const),
  ...(['proof', 'wording', 'joinedAt', 'unsubscribedAt', 'suppressedAt'] as const),
] as const satisfies readonly ColumnRole[];
