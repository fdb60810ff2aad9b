import { expect, it } from 'vitest';
import { erasureHash } from '../../../src/store/sqlite/erasure-hash.ts';

/** As databases of earlier versions hold them: nobody can make them anew, so they may never be others. */
it.each([
  ['ann@example.com', 'ebc490f2abb454a1ac4799aacb54e6e9f22ea7135797bfaedcf9863e327e139b'],
  ['jürgen@xn--kln-sna.example', 'd211a7879dc76cd9427debf82bfaa9cb1ad3f721f5368b1ec4fb0f03e0924859'],
])('recognises %s, who was erased by an earlier version', (canonical, known) => {
  const secret = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
  expect(Buffer.from(erasureHash(secret)(canonical)).toString('hex')).toBe(known);
});
