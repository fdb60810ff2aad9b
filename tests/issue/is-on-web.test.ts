import { expect, it } from 'vitest';
import { isOnWeb } from '../../src/issue/is-on-web.ts';
import { candidate } from '../render/samples.ts';

it.each([
  ['said so', { web: true }, true],
  ['did not say so', {}, false],
  ['said so, with a consent to it', { web: true, consent: { on: '2026-01-01', scope: ['web'] } }, true],
  [
    'said so, with a consent to mail only',
    { web: true, consent: { on: '2026-01-01', scope: ['email'] } },
    false,
  ],
  ['is placed', { web: true, status: 'placed' }, true],
  ['withdrew', { web: true, status: 'withdrawn' }, false],
] as const)('shows a candidate whose author or who %s: %o', (_, changes, shown) => {
  expect(isOnWeb(candidate(changes))).toBe(shown);
});
