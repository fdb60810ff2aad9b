import { keepPicturesIn } from '../../pictures/picture-store.ts';
import { readLogo } from '../../pictures/read-logo.ts';
import type { Letterhead } from '../../render/letterhead.ts';
import { themeTokens } from '../../render/theme-tokens.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What every rendering says about the newsletter, with its logo where it has one. */
export async function withLogo({
  folder,
  settings,
  paths,
}: Pick<Workspace, 'folder' | 'settings' | 'paths'>): Promise<Letterhead> {
  const { logo } = settings.theme;
  if (logo === undefined) return settings;
  const pictures = await readLogo(logo, {
    folder,
    ground: themeTokens(settings.theme).light['surface'] ?? '#ffffff',
    store: keepPicturesIn(paths.pictures),
  });
  return pictures === undefined ? settings : { ...settings, logo: { alt: logo.alt, ...pictures } };
}
