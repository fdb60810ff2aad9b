import { describe, expect, it } from 'vitest';
import { markdownToText } from '../../src/render/markdown-text.ts';
import { splitSlots } from '../../src/render/slots.ts';
import { markdown } from './samples.ts';

const text = (source: string): string => markdownToText(markdown(source).children);

it.each([
  ['leaves no markup', '*a* **b** `c` \\* &amp; &nbsp;d', 'a b c * & \u{a0}d'],
  ['says what was struck out', '~~old~~ new', '~~old~~ new'],
  ['does not wrap, nor keep the wrapping of the source', 'one\ntwo\nthree', 'one two three'],
  ['keeps the author’s line breaks', 'one\\\ntwo', 'one\ntwo'],
  ['underlines headings', '## hiring managers:\n\ntext', 'hiring managers:\n----------------\n\ntext'],
  ['keeps tight lists tight', '- a\n- b', '- a\n- b'],
  ['keeps loose lists loose', '- a\n\n- b', '- a\n\n- b'],
  ['numbers ordered lists from where they start', '9. a\n10. b\n    - c', '9. a\n10. b\n    - c'],
  ['indents what belongs to an item', '1. a\n\n   more\n2. b', '1. a\n\n   more\n\n2. b'],
  ['keeps the boxes of tasks', '- [x] a\n- [ ] b', '- [x] a\n- [ ] b'],
  ['marks quotes', '> a\n>\n> - b', '> a\n>\n> - b'],
  ['marks quotes in quotes', '> > a\n>\n> b', '> > a\n>\n> b'],
  ['indents code and keeps its spaces', '```\na  b\n\n  c\n```', '    a  b\n\n      c'],
  ['turns rows into lines', '| a | b |\n|--|--|\n| 1 | 2 |\n| 3 | |', 'a: 1\nb: 2\n\na: 3'],
  ['describes images', '![a photo](https://a.example/x.png)', '[Image: a photo]'],
  ['leaves out images that only decorate', 'a\n\n![](https://a.example/x.png)\n\nb', 'a\n\nb'],
  ['shows a thematic break', 'a\n\n***\n\nb', 'a\n\n* * *\n\nb'],
  ['leaves out raw HTML', 'a <b>b</b>\n\n<script>x</script>', 'a b'],
  [
    'keeps no line end of the source in code or a description',
    '`a\nb` ![c\nd](https://a.example/x.png)',
    'a b [Image: c d]',
  ],
  ['underlines the last line of a heading', 'ab\\\nc\n---', 'ab\nc\n-'],
  ['keeps every character', '“it’s” … {{x}} \\<y> \u{2028}z', '“it’s” … {{x}} <y> \u{2028}z'],
])('%s', (_, source, expected) => {
  expect(text(source)).toBe(expected);
});

describe('links', () => {
  it('stand at the end of the section, numbered on through the text', () => {
    const source =
      '[a](https://a.example/1) b\n\n## next\n\n[c](https://a.example/2), [again](https://a.example/1).';
    expect(text(source)).toBe(
      'a [1] b\n\n[1] https://a.example/1\n\nnext\n----\n\nc [2], again [1].\n\n[2] https://a.example/2',
    );
  });

  it.each(['https://a.example/x', 'www.a.example', 'hello@a.example', 'https://a.example/ü'])(
    'need no number when they show their address: %s',
    (address) => {
      expect(text(`see ${address} now`)).toBe(`see ${address} now`);
    },
  );

  it('may be written as references', () => {
    expect(text('[a][x]\n\n[x]: https://a.example/ref')).toBe('a [1]\n\n[1] https://a.example/ref');
  });

  it('leave only their words when nobody should follow them', () => {
    expect(text('[a](javascript:alert(1)) [b](//evil.example)')).toBe('a b');
  });
});

it('numbers footnotes along with the links, and the links in footnotes after them', () => {
  const source = 'a[^x] and [b](https://a.example/b)\n\n[^x]: see [c](https://a.example/c)\n\n    more';
  expect(text(source)).toBe(
    'a[1] and b [2]\n\n[1] see c [3]\n\n    more\n[2] https://a.example/b\n[3] https://a.example/c',
  );
});

it('finds what is defined within a quote', () => {
  expect(text('> a [x][r] b[^n]\n>\n> [r]: https://a.example\n>\n> [^n]: note')).toBe(
    '> a x [1] b[2]\n\n[1] https://a.example\n[2] note',
  );
});

it('shows a footnote that refers to nothing as it was written', () => {
  expect(markdownToText(markdown('a[^b]\n\n[^b]: note').children.slice(0, 1))).toBe('a[^b]');
});

it('takes the first of two definitions', () => {
  expect(text('[a][x]\n\n[x]: https://a.example/1\n[x]: https://a.example/2')).toBe(
    'a [1]\n\n[1] https://a.example/1',
  );
});

it('marks merge tags as slots', () => {
  const tag = { type: 'mergeTag' as const, tag: 'firstName', fallback: 'there' };
  const children = [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'hi ' }, tag] }];
  expect(splitSlots(markdownToText(children))).toEqual(['hi ', { tag: 'firstName', fallback: 'there' }]);
});
