import type { ExplainedSetting } from '../workspace/explain-settings.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

/**
 * What is in force, one setting a line, with the place or the variable that says so: first what somebody has set, then
 * the defaults. The value, which can be long, is last.
 */
export function formatConfig(settings: readonly ExplainedSetting[]): string {
  const own = settings.filter(({ from }) => from !== 'default');
  const others = settings.filter(({ from }) => from === 'default');
  const rows = [...own, ...others].map((setting) => [
    safe(setting.name),
    formatOrigin(setting),
    safe(formatValue(setting)),
  ]);
  return formatTable([['setting', 'from', 'value'], ...rows]);
}

function formatValue({ value, from }: ExplainedSetting): string {
  if (value === null) return from === 'default' ? 'not set' : 'not kept to yet';
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? 'none' : value.join(', ');
}

function formatOrigin(setting: ExplainedSetting): string {
  if ('line' in setting) return `${setting.from}:${setting.line}`;
  return 'variable' in setting ? `${setting.from} (${setting.variable})` : setting.from;
}
