import { expect, it } from 'vitest';
import { markSlot, splitSlots } from '../../src/render/slots.ts';

it('finds the slots of a text where they were marked, with their fallbacks', () => {
  const text = `hi ${markSlot({ tag: 'firstName', fallback: 'there' })}, see ${markSlot({ tag: 'unsubscribeUrl' })}`;
  expect(splitSlots(text)).toEqual([
    'hi ',
    { tag: 'firstName', fallback: 'there' },
    ', see ',
    { tag: 'unsubscribeUrl' },
  ]);
});

it('keeps any character of a tag and a fallback', () => {
  const slot = { tag: 'fields.città di nascita', fallback: '<“é” & 李>:\u{1f680}' };
  expect(splitSlots(markSlot(slot))).toEqual([slot]);
});

it('tells an empty fallback from none', () => {
  expect(splitSlots(markSlot({ tag: 'name', fallback: '' }))).toEqual([{ tag: 'name', fallback: '' }]);
});

it('marks slots with characters that no escaping changes', () => {
  expect(markSlot({ tag: 'fields.a b', fallback: '<&"\'=`>' })).toMatch(/^\u{FDD0}[\w-]+:[\w-]+\u{FDD1}$/u);
});

it('leaves a text without slots whole, and an empty one empty', () => {
  expect(splitSlots('{{firstName}} \u{FDD0}')).toEqual(['{{firstName}} \u{FDD0}']);
  expect(splitSlots('')).toEqual([]);
});
