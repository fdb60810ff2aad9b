import { expect, it } from 'vitest';
import { leaveOutPictures } from '../../src/preview/leave-out-pictures.ts';

it.each([
  ['<img src="https://example.com/a.png" alt="a > b" width="9">', '<img alt="a > b" width="9">'],
  [`<img alt='us' src=https://example.com/a.png>`, `<img alt='us'>`],
  ['<source srcset="a.png 2x"><img srcset="b.png 2x" src="c.png">', '<source><img>'],
])('leaves the words of %s', (html, expected) => {
  expect(leaveOutPictures(html)).toBe(expected);
});

it('never touches what the author wrote', () => {
  const text = '<p>&lt;img src="a.png"> src="a.png"</p><a title=" src=b">x</a>';
  expect(leaveOutPictures(text)).toBe(text);
});
