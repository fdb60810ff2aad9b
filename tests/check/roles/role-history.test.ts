import { describe, expect, it } from 'vitest';
import { rolesOf } from '../../../src/check/roles/open-roles.ts';
import { findEarlierRoles, findRoleHistory, idOfRole } from '../../../src/check/roles/role-history.ts';
import { parseFiles } from '../parse-sample.ts';

function role(fields: string): string {
  return `---open role\n${fields}\nstatus: filled\n---`;
}

/** Reads an issue of these blocks. */
function read(number: number, ...blocks: readonly string[]) {
  const text = [`---\ntitle: a\nnumber: ${number}\ndate: 2026-11-23\n---`, ...blocks].join('\n\n');
  const [parsed] = parseFiles({ [`issues/00${number}.md`]: text });
  if (parsed?.written === undefined || parsed.issue === undefined) throw new Error('a sample has a fault');
  return { written: parsed.written, completed: parsed.issue };
}

describe('the id of a role', () => {
  it.each([
    ['of its title', ['title: VP of Sales']],
    ['of its own', ['title: vp of sales\nid: vp']],
    ['of its place among those of one title', ['title: ae', 'title: ae', 'title: ae\nid: ae-2', 'title: ae']],
    ['beside a candidate of the same id', ['title: c1']],
  ])('is the one that it is published under: %s', (_, roles) => {
    const { written, completed } = read(1, ...roles.map(role), '---active candidate\ntitle: a\n---');
    const published = completed.blocks.flatMap((block) => (block.kind === 'openRole' ? [block.id] : []));
    expect(rolesOf(written).map((one) => idOfRole(one, written))).toEqual(published);
  });

  it('is of its issue where a title has no Latin letter: two such titles are not one role', () => {
    const history = findRoleHistory(
      [role('title: 王'), role('title: 李')].map((text, index) => read(index + 1, text).written),
    );
    expect([...history.keys()]).toEqual(['role-of-issue-1', 'role-of-issue-2']);
  });
});

it('tells two roles of one title apart in every issue that shows them', () => {
  const two = [role('title: ae\ncompany: a'), role('title: ae\ncompany: b')];
  const history = findRoleHistory([read(1, ...two).written, read(2, ...two).written]);
  const shown = Array.from(history, ([id, roles]) => [id, roles.map((one) => one.role.fields.company)]);
  expect(Object.fromEntries(shown)).toEqual({ ae: ['a', 'a'], 'ae-2': ['b', 'b'] });
});

it('finds earlier issues by their numbers, oldest first, and none that is later', () => {
  const third = read(3, role('title: ae')).written;
  const others = [4, 2, 1].map((number) => read(number, role('title: ae')).written);
  const earlier = findEarlierRoles(third, findRoleHistory([third, ...others]));
  expect(earlier('ae').map((one) => one.issue.file)).toEqual(['issues/001.md', 'issues/002.md']);
  expect(earlier('sdr')).toEqual([]);
});
