import { redact } from '../../check/never-name/redact.ts';
import { checkSettings, type PreflightCheck } from '../../delivery/preflight.ts';
import type { Finding } from '../../source/finding.ts';
import type { Place } from '../../source/place.ts';
import { settingsFile } from '../../workspace/find-workspace.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { stationeryOf } from '../preparing/freeze-snapshot.ts';

/** The settings that a check of `penny send` is about. */
const settingOf: Readonly<Record<string, string>> = { site: 'url', 'postal address': 'sender' };

/** What `penny send` would say of the settings before a mailing, as findings: who previews an issue means to send it. */
export function findInSettings(workspace: Workspace): readonly Finding[] {
  const { settings, smtp, neverNames = [] } = workspace;
  const { postalAddress } = settings.sender;
  const checks = checkSettings({
    stationery: stationeryOf(settings),
    plan: { transport: smtp === undefined ? 'outbox' : 'smtp' },
    ...(postalAddress === undefined ? {} : { postalAddress }),
  });
  return checks.flatMap(({ name, state, detail, hint }): Finding[] => {
    if (state === 'ok') return [];
    const place = placeOf(name, workspace);
    const message = redact(`${name}: ${detail}`, neverNames);
    return [{ file: settingsFile, ...place, severity: state, rule: ruleOf(name), message, hint }];
  });
}

/** Of the family that the preview shows beside subject and size. */
function ruleOf(name: PreflightCheck['name']): string {
  return `mail/${name.replaceAll(' ', '-')}`;
}

function placeOf(name: PreflightCheck['name'], { settingPlaces }: Workspace): Place {
  const found = settingPlaces.get(settingOf[name] ?? '');
  return found?.key ?? found?.value ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
}
