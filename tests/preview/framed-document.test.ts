import { expect, it } from 'vitest';
import { framedDocument } from '../../src/preview/framed-document.ts';

it('opens links in tabs of their own', () => {
  expect(
    framedDocument('<html><head lang="en"><title>x</title></head><body><header></header></body></html>'),
  ).toBe(
    '<html><head lang="en"><base target="_blank"><title>x</title></head><body><header></header></body></html>',
  );
});

it('keeps links within the document where they are', () => {
  expect(framedDocument('<a class="note" href="#note-1">1</a> <a href="https://example.com/#x">2</a>')).toBe(
    '<a target="_self" class="note" href="#note-1">1</a> <a href="https://example.com/#x">2</a>',
  );
});
