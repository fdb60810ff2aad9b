import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findSiteNotice } from '../../../src/cli/serving/look-at-site.ts';
import { loadWorkspace } from '../../../src/workspace/load-workspace.ts';
import { createWorkspace } from '../../journeys/workspace.ts';

const monday = Date.UTC(2026, 10, 23) / 1000;

it('says that the site is not built, that it is older than the newsletter, and nothing when it is fine', () => {
  using workspace = createWorkspace();
  const path = (name: string): string => join(workspace.folder, name);
  const issue = path('issues/001-are-interviews-really-a-two-way-street.md');
  for (const source of [issue, path('issues'), path('newsletter.yaml')]) utimesSync(source, monday, monday);
  const notice = (): string | undefined => findSiteNotice(loadWorkspace(workspace.folder, {}));
  expect(notice()).toContain('not built yet');

  mkdirSync(path('public'));
  writeFileSync(path('public/index.html'), 'home');
  expect(notice()).toBeUndefined();

  for (const built of ['public/index.html', 'public']) utimesSync(path(built), monday - 60, monday - 60);
  expect(notice()).toContain('older than the newsletter');
  // A build that found nothing to change says so in its record.
  mkdirSync(path('.penny/builds'), { recursive: true });
  expect(notice()).toBeUndefined();
});
