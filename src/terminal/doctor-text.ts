import type { Check } from '../doctor/check.ts';
import { safe } from './safe-text.ts';

export interface CheckSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export function countChecks(checks: readonly Check[]): CheckSummary {
  const count = (state: Check['state']): number => checks.filter((check) => check.state === state).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
}

/** Every check in one line, with what to do below it where there is something, and how many of each there are. */
export function formatChecks(checks: readonly Check[]): string {
  const { errors, warnings, notes } = countChecks(checks);
  const counted = [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].join(', ');
  return [...checks.map(formatCheck), '', counted].join('\n');
}

const widestState = 'warning'.length;

function formatCheck({ name, state, detail, hint }: Check): string {
  const line = `${state.padEnd(widestState)}  ${name}: ${safe(detail)}`;
  return hint === '' ? line : `${line}\n${' '.repeat(widestState)}  hint: ${safe(hint)}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
