import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { mergeTagFromMarkdown, mergeTagSyntax } from '../../src/issue/merge-tag-syntax.ts';
import { parseMarkdown } from '../../src/issue/parse-markdown.ts';

/** With everything that GFM has, whatever stands in the text. */
const whole = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .data({ micromarkExtensions: [mergeTagSyntax], fromMarkdownExtensions: [mergeTagFromMarkdown] })
  .freeze();

it.each([
  ['a table', 'a | b\n--- | ---\n1 | 2'],
  ['a table of one column without bars', 'a\n:-\n1'],
  ['another', 'a\n-:\n1'],
  ['strikethrough', 'no ~~quota~~'],
  ['with one tilde', 'no ~quota~'],
  ['a footnote', 'so[^1]\n\n[^1]: or not'],
  ['tasks', '- [ ] one\n- [x] two\n- [X] three\n- [\t] four'],
  ['boxes with a line end', '- [\n  ] two\n\n> - [\n>   ] three\n\n1. [\n   ] a'],
  ['a bare link', 'see https://example.com/a.'],
  ['in capitals', 'see HTTPS://EXAMPLE.COM'],
  ['without a scheme', 'see www.example.com'],
  ['a bare address', 'write to ann@example.com'],
  [
    'one with its sign as a reference',
    'write to ann&#64;example.com, ann&commat;example.com, ann&#x40;example.com',
  ],
  ['a link with one', 'see &#119;ww.example.com and &#x68;ttp://example.com, http&colon;//example.com'],
  ['escaped', 'ann\\@example.com www\\.example.com https\\://example.com'],
])('reads %s as GFM does', (_, text) => {
  expect(parseMarkdown({ text, line: 1 })).toEqual(whole.parse(text));
});

const pieces = [
  ...['ann', 'www', 'http', 'https', '://', '.', 'example.com', '@', '&#64;', '&commat;', '&amp;', '&', '|'],
  ...[
    '---',
    '-',
    ':-',
    '-:',
    ':',
    '~',
    '~~',
    '[^1]',
    '[^1]: ',
    '[ ]',
    '[x]',
    '[',
    ']',
    '(',
    ')',
    '- ',
    '1. ',
  ],
  ...[
    '\\',
    '*',
    '**',
    '_',
    '`',
    '<',
    '>',
    '> ',
    '# ',
    '=',
    '!',
    '{{name}}',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    'é',
  ],
];

it('reads three thousand texts of all signs as GFM does', () => {
  // A fixed start, so that a text that fails, fails again.
  let state = 20_261_126;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
  for (let round = 0; round < 3_000; round += 1) {
    const text = Array.from({ length: 1 + next(14) }, () => pieces[next(pieces.length)]).join('');
    expect([text, parseMarkdown({ text, line: 1 })]).toEqual([text, whole.parse(text)]);
  }
});
