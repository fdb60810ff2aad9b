import { expect, it } from 'vitest';
import { makeMessageId } from '../../src/delivery/message-id.ts';

it('scoreboard 74: names a message the same on every attempt, and tells nothing about the person', () => {
  const id = makeMessageId('key', 'li@example.net', 'penny.example');
  expect(id).toMatch(/^<[0-9a-f]{32}@penny\.example>$/);
  expect(makeMessageId('key', 'li@example.net', 'penny.example')).toBe(id);
});

it('is ASCII for a sender whose domain is not', () => {
  expect(makeMessageId('key', 'li@example.net', 'müßig.example')).toMatch(/@xn--mig-5ka8l\.example>$/);
});

it('scoreboard 74: differs between people and between mailings', () => {
  const ids = [
    makeMessageId('key', 'li@example.net', 'penny.example'),
    makeMessageId('key', 'ann@example.net', 'penny.example'),
    makeMessageId('other key', 'li@example.net', 'penny.example'),
  ];
  expect(new Set(ids).size).toBe(3);
});
