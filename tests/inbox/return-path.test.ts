import { expect, it } from 'vitest';
import { makeMessageId } from '../../src/delivery/message-id.ts';
import { makeReturnPath, messageKeyOf, readReturnPath } from '../../src/inbox/return-path.ts';

const secret = Buffer.alloc(32, 7);
const messageId = makeMessageId('key', 'ann@example.com', 'penny.example');
const path = makeReturnPath(secret, messageId, 'bounces.penny.example');

it('is short, lower case and of its domain', () => {
  expect(path).toMatch(/^b-[a-z2-7]{26}-[a-z2-7]{16}@bounces\.penny\.example$/);
  expect(path.indexOf('@')).toBeLessThanOrEqual(64);
});

it('tells the message it was made for, in any case', () => {
  const messageKey = messageKeyOf(messageId);
  expect(messageKey).toHaveLength(32);
  expect(readReturnPath(secret, path)).toEqual({ messageKey });
  expect(readReturnPath(secret, path.toUpperCase())).toEqual({ messageKey });
});

it('is forged when any sign of it is another, or another secret signed it', () => {
  const local = path.slice(0, path.indexOf('@'));
  for (let at = 2; at < local.length; at += 1) {
    if (local[at] === '-') continue;
    const other = local[at] === 'a' ? 'b' : 'a';
    expect(readReturnPath(secret, `${local.slice(0, at)}${other}${path.slice(at + 1)}`), `${at}`).toBe(
      'forged',
    );
  }
  expect(readReturnPath(Buffer.alloc(32, 8), path)).toBe('forged');
});

it('is not what another address is', () => {
  for (const address of ['ann@example.com', 'b-smith@example.com', '', '@', `${path.slice(1)}`])
    expect(readReturnPath(secret, address)).toBeUndefined();
});
