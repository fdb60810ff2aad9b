import { expect, it } from 'vitest';
import { didYouMean } from '../../src/source/did-you-mean.ts';

const keys = ['apply', 'company', 'closes', 'id', 'remoteFrom'];

it.each([
  ['aply', 'apply'],
  ['Company', 'company'],
  ['remotefrom', 'remoteFrom'],
  ['remote_from', 'remoteFrom'],
  ['close', 'closes'],
])('takes %s for %s', (word, meant) => {
  expect(didYouMean(word, keys)).toBe(meant);
});

it.each(['salary', 'x', ''])('guesses nothing for “%s”', (word) => {
  expect(
    didYouMean(
      word,
      keys.filter((key) => key !== 'id'),
    ),
  ).toBeUndefined();
});

it('guesses nothing among nothing', () => {
  expect(didYouMean('apply', [])).toBeUndefined();
});
