import { expect, it } from 'vitest';
import { assignIds } from '../../src/issue/complete-issue.ts';
import type { WrittenBlock } from '../../src/issue/issue.ts';

const body = { type: 'root' as const, children: [] };
const places = new Map();

function role(title: string, id?: string): WrittenBlock {
  return { kind: 'openRole', fields: { title, ...(id === undefined ? {} : { id }) }, places, body };
}

function candidate(id?: string): WrittenBlock {
  return {
    kind: 'activeCandidate',
    fields: { title: 'a', ...(id === undefined ? {} : { id }) },
    places,
    body,
  };
}

const essay: WrittenBlock = { kind: 'essay', fields: {}, places, body };

it.each([
  ['roles after their titles', [role('VP of Sales'), role('ae')], ['vp-of-sales', 'ae']],
  ['roles of one title in their order', [role('ae'), role('ae'), role('ae')], ['ae', 'ae-2', 'ae-3']],
  ['a role without Latin letters', [role('李'), role('王')], ['role-of-issue-7', 'role-of-issue-7-2']],
  ['candidates in their order', [candidate(), essay, candidate()], ['c1', '', 'c2']],
  ['what the author chose first', [role('ae'), role('b', 'ae'), role('ae')], ['ae-2', 'ae', 'ae-3']],
  ['a candidate beside a chosen id', [candidate(), candidate('c1'), candidate()], ['c1-2', 'c1', 'c3']],
  ['each kind for itself', [role('c1'), candidate(), role('c', 'c2'), candidate()], ['c1', 'c1', 'c2', 'c2']],
])('calls %s', (_, blocks, ids) => {
  expect(assignIds({ frontMatter: { fields: { number: 7 }, places }, blocks })).toEqual(ids);
});

it('has a name also in an issue whose number cannot be read', () => {
  expect(assignIds({ frontMatter: { fields: {}, places }, blocks: [role('李')] })).toEqual(['role-of-issue']);
});
