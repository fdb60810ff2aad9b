import { expect, it } from 'vitest';
import type { Issue } from '../../src/issue/issue.ts';
import { fingerprint } from '../../src/site/fingerprint.ts';
import { candidate, essay, issueWith, role } from '../render/samples.ts';

const issue = issueWith([role(), candidate(), essay('who decides?')], { source: 'the text' });
const picture = {
  path: 'pictures/a.png',
  type: 'image/png',
  width: 9,
  height: 9,
  bytes: new Uint8Array([1]),
};

it.each<[what: string, change: Partial<Issue>]>([
  ['its text', { source: 'the texts' }],
  ['its title', { title: 'another' }],
  ['how a role stands today', { blocks: [role({ status: 'expired' }), ...issue.blocks.slice(1)] }],
  [
    'whether a candidate is on the web',
    { blocks: [role(), candidate({ web: true }), ...issue.blocks.slice(2)] },
  ],
  ['one block less', { blocks: issue.blocks.slice(1) }],
  ['a picture', { pictures: new Map([['a.png', picture as never]]) }],
  ['its share image', { shareImage: picture as never }],
])('differs when %s is not the same', (_, change) => {
  expect(fingerprint({ ...issue, ...change })).not.toBe(fingerprint(issue));
});

it('is the same for the same, whatever the bytes of its pictures are', () => {
  const pictured = (bytes: number[]): Issue => ({
    ...issue,
    pictures: new Map([['a.png', { ...picture, bytes: new Uint8Array(bytes) } as never]]),
  });
  expect(fingerprint({ ...issue })).toBe(fingerprint(issue));
  expect(fingerprint(pictured([1, 2]))).toBe(fingerprint(pictured([3])));
});
