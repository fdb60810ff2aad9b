import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestInputs } from '../../../src/cli/building/digest-inputs.ts';
import { openRecords } from '../../../src/cli/building/records.ts';
import { checkWorkspace } from '../../../src/cli/checking/check-workspace.ts';
import { withLogo } from '../../../src/cli/preparing/with-logo.ts';
import { withPictures } from '../../../src/cli/preparing/with-pictures.ts';
import { withShareImages } from '../../../src/cli/preparing/with-share-images.ts';
import { readIssues } from '../../../src/cli/read-issues.ts';
import type { Remember } from '../../../src/issue/remember.ts';
import { planSite } from '../../../src/site/plan-site.ts';
import { loadWorkspace } from '../../../src/workspace/load-workspace.ts';
import { callPenny } from '../call-penny.ts';
import { firstDay, issueArchive, unpack } from './issue-archive.ts';

let folder: string;
beforeEach(async () => {
  folder = unpack(await issueArchive());
  expect(await callPenny(['build', '--now', firstDay], { folder })).toMatchObject({ code: 0 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the next build would have to make, by name. */
async function madeAnew(): Promise<readonly string[]> {
  const workspace = loadWorkspace(folder, {});
  const { paths, templates } = workspace;
  const { surroundings } = digestInputs(workspace, { output: paths.site, today: firstDay });
  const records = openRecords(paths.builds, { surroundings, isClean: false });
  const names: string[] = [];
  const remember: Remember = (name, madeOf, make) =>
    records.remember(name, madeOf, () => {
      names.push(name);
      return make();
    });
  const all = readIssues(workspace, remember);
  checkWorkspace(workspace, all, { remember });
  const pictured = await withPictures(
    workspace,
    all.flatMap(({ issue }) => issue ?? []),
  );
  const shared = await withShareImages({ issues: pictured, letterhead: await withLogo(workspace) }, paths);
  planSite({ ...shared, templates, today: firstDay, remember });
  return names.sort();
}

describe('what the next build remembers', () => {
  it('is all of an archive in which nothing has changed', async () => {
    expect(await madeAnew()).toEqual([]);
  });

  it('is all but one issue, its neighbours’ pages and its roles’ where that one has changed', async () => {
    appendFileSync(join(folder, 'issues/002-notice.md'), '\none more line\n');
    expect(await madeAnew()).toEqual([
      'findings in issues/002-notice.md',
      'issue issues/002-notice.md',
      'page issues/notice/',
      'page issues/offers/',
      'page issues/references/',
      'page roles/head-of-revenue/',
      'page roles/vp-of-sales/',
    ]);
  });

  it('is nothing once a template has changed', async () => {
    appendFileSync(join(folder, 'templates/web/not-found.hbs'), '<p>sorry</p>\n');
    const names = await madeAnew();
    expect(names.filter((name) => name.startsWith('issue '))).toHaveLength(4);
    expect(names.filter((name) => name.startsWith('page issues/'))).toHaveLength(4);
  });
});
