import { judgeLogo } from '../../check/theme/logo-file.ts';
import { readPictureFile } from '../../pictures/read-picture-file.ts';
import type { Finding } from '../../source/finding.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { stateOf } from './find-in-pictures.ts';

/** What is wrong with the files of the logo, where newsletter.yaml names them. */
export async function findInLogo({
  folder,
  settings,
  settingPlaces,
}: Workspace): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const key of ['src', 'dark'] as const) {
    const path = settings.theme.logo?.[key];
    const place = settingPlaces.get(`theme.logo.${key}`)?.value;
    if (path === undefined || place === undefined) continue;
    const found = readPictureFile(folder, path);
    const state = found.kind === 'file' ? await stateOf(found.bytes) : found;
    findings.push(...judgeLogo({ path, place, state }));
  }
  return findings;
}
