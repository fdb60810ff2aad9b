import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/source/finding.ts';
import { formatFindings } from '../../src/terminal/findings-text.ts';

const file = 'issues/012-two-way-street.md';
const finding: Finding = {
  file,
  line: 9,
  column: 10,
  endLine: 9,
  endColumn: 26,
  severity: 'error',
  rule: 'role/apply-url',
  message: 'this is an e-mail address, not a link',
  hint: 'did you mean mailto:jane@example.com ?',
};

it('says how many of the findings need no hand', () => {
  const fixable = { ...finding, fix: { from: 'jane@example.com', to: 'mailto:jane@example.com' } };
  const text = formatFindings([finding, fixable], new Map(), { colour: false });
  expect(text.split('\n').at(-1)).toBe('2 errors; penny check --fix can mend 1 of them');
});

/** One finding about a file of one line that is marked from `column` to `endColumn`. */
function formatLine(
  line: string,
  [column, endColumn]: readonly [number, number],
  change: Partial<Finding> = {},
): string {
  const { hint: _, ...rest } = finding;
  const place = { line: 1, column, endLine: 1, endColumn };
  const sources = new Map([[file, `${line}\n`]]);
  return formatFindings([{ ...rest, ...place, message: 'left in the text', ...change }], sources, {
    colour: false,
    width: 60,
  });
}

it('draws nothing of a line that is kept back, and of a fault of the file as a whole', () => {
  expect(formatLine('', [9, 10])).toBe(`${file}:1:9  error  role/apply-url\n  left in the text\n\n1 error`);
  expect(formatLine('# made', [1, 1])).toBe(
    `${file}:1:1  error  role/apply-url\n  left in the text\n\n1 error`,
  );
});

it('draws the end of a file', () => {
  expect(formatLine('a', [1, 1], { line: 2, endLine: 2 })).toContain('2 |');
});

function rows(...text: readonly string[]): string {
  return text.join('\n');
}

describe('findings as text', () => {
  const source = '---\ntitle: a\n---\n\n---open role\ntitle: b\n\n\n  apply: jane@example.com\n---\n';

  it('shows the place, the line, a marker under the span, the message and the hint', () => {
    expect(formatFindings([finding], new Map([[file, source]]), { colour: false })).toBe(
      rows(
        'issues/012-two-way-street.md:9:10  error  role/apply-url',
        '  9 |   apply: jane@example.com',
        '    |          ^^^^^^^^^^^^^^^^ this is an e-mail address, not a link',
        '  hint: did you mean mailto:jane@example.com ?',
        '',
        '1 error',
      ),
    );
  });

  it('shows several findings one after the other, and counts them', () => {
    const warning: Finding = {
      ...finding,
      line: 6,
      column: 1,
      endLine: 6,
      endColumn: 6,
      severity: 'warning',
    };
    const note: Finding = { ...finding, line: 10, column: 1, endLine: 10, endColumn: 4, severity: 'note' };
    expect(
      formatFindings([warning, finding, finding, note], new Map([[file, source]]), { colour: false }),
    ).toBe(
      rows(
        'issues/012-two-way-street.md:6:1  warning  role/apply-url',
        '  6 | title: b',
        '    | ^^^^^ this is an e-mail address, not a link',
        '  hint: did you mean mailto:jane@example.com ?',
        '',
        'issues/012-two-way-street.md:9:10  error  role/apply-url',
        '  9 |   apply: jane@example.com',
        '    |          ^^^^^^^^^^^^^^^^ this is an e-mail address, not a link',
        '  hint: did you mean mailto:jane@example.com ?',
        '',
        'issues/012-two-way-street.md:9:10  error  role/apply-url',
        '  9 |   apply: jane@example.com',
        '    |          ^^^^^^^^^^^^^^^^ this is an e-mail address, not a link',
        '  hint: did you mean mailto:jane@example.com ?',
        '',
        'issues/012-two-way-street.md:10:1  note  role/apply-url',
        '  10 | ---',
        '     | ^^^ this is an e-mail address, not a link',
        '  hint: did you mean mailto:jane@example.com ?',
        '',
        '2 errors, 1 warning, 1 note',
      ),
    );
  });

  it('says that there are none', () => {
    expect(formatFindings([], new Map(), { colour: false })).toBe('no findings');
  });

  it('does without the line when the file could not be read', () => {
    expect(formatFindings([finding], new Map(), { colour: false })).toBe(
      rows(
        'issues/012-two-way-street.md:9:10  error  role/apply-url',
        '  this is an e-mail address, not a link',
        '  hint: did you mean mailto:jane@example.com ?',
        '',
        '1 error',
      ),
    );
  });
});

describe('the marker', () => {
  const header = 'issues/012-two-way-street.md:1:';

  it('stands under the span after wide characters and emoji', () => {
    expect(formatLine('- 李 & 👩🏽‍💼 TODO ask', [15, 19])).toBe(
      rows(
        `${header}15  error  role/apply-url`,
        '  1 | - 李 & 👩🏽‍💼 TODO ask',
        '    |           ^^^^ left in the text',
        '',
        '1 error',
      ),
    );
  });

  it('is as wide as what it marks', () => {
    expect(formatLine('a 李李 b', [3, 5])).toContain('\n    |   ^^^^ left in the text\n');
  });

  it('stands under the span after tabs', () => {
    expect(formatLine('\tapply:\tTODO', [9, 13])).toBe(
      rows(
        `${header}9  error  role/apply-url`,
        '  1 |     apply:    TODO',
        '    |               ^^^^ left in the text',
        '',
        '1 error',
      ),
    );
  });

  it('has one column where the span is empty', () => {
    expect(formatLine('title:', [7, 7])).toContain('\n    |       ^ left in the text\n');
  });

  it('keeps the middle of a long line', () => {
    const line = `${'a '.repeat(60)}TODO${' b'.repeat(60)}`;
    expect(formatLine(line, [121, 125])).toBe(
      rows(
        `${header}121  error  role/apply-url`,
        `  1 | …${'a '.repeat(12)}TODO${' b'.repeat(12)}…`,
        `    | ${' '.repeat(25)}^^^^ left in the text`,
        '',
        '1 error',
      ),
    );
  });

  it('keeps the beginning of a long line whose span is there', () => {
    expect(formatLine(`TODO${' b'.repeat(60)}`, [1, 5])).toContain(
      `\n  1 | TODO${' b'.repeat(24)} …\n    | ^^^^ left`,
    );
  });

  it('keeps the end of a long line whose span is there', () => {
    expect(formatLine(`${'a '.repeat(60)}TODO`, [121, 125])).toContain(`\n  1 | … ${'a '.repeat(24)}TODO\n`);
  });

  it('cuts a span that is wider than the terminal', () => {
    expect(formatLine('x'.repeat(200), [1, 201])).toContain(
      `\n  1 | ${'x'.repeat(51)}…\n    | ${'^'.repeat(52)}\n`,
    );
  });

  it('has the message below it when there is no room beside it', () => {
    expect(formatLine(`${'a '.repeat(20)}TODO`, [41, 45])).toBe(
      rows(
        `${header}41  error  role/apply-url`,
        `  1 | ${'a '.repeat(20)}TODO`,
        `    | ${' '.repeat(40)}^^^^`,
        '    | left in the text',
        '',
        '1 error',
      ),
    );
  });

  it('marks the first and the last line of a span over several', () => {
    const sources = new Map([[file, 'one\nsee <div\n  a\n  b\n  class="c"> all\n']]);
    const place = { line: 2, column: 5, endLine: 5, endColumn: 13 };
    expect(formatFindings([{ ...finding, ...place }], sources, { colour: false })).toContain(
      rows(
        '  2 | see <div',
        '    |     ^^^^',
        '  … |',
        '  5 |   class="c"> all',
        '    |   ^^^^^^^^^^ this is an e-mail address, not a link',
      ),
    );
  });

  it('has no gap between two lines that follow each other', () => {
    const sources = new Map([[file, '<b\n>\n']]);
    const place = { line: 1, column: 1, endLine: 2, endColumn: 2 };
    expect(formatFindings([{ ...finding, ...place }], sources, { colour: false })).toContain(
      rows('  1 | <b', '    | ^^', '  2 | >', '    | ^ this is an e-mail address, not a link'),
    );
  });

  it('ends on the last line that holds a part of the span', () => {
    const sources = new Map([[file, 'one\ntwo\n']]);
    const place = { line: 1, column: 1, endLine: 2, endColumn: 1 };
    const text = formatFindings([{ ...finding, ...place }], sources, { colour: false });
    expect(text).toContain(rows('  1 | one', '    | ^^^ this is an e-mail address, not a link', '  hint:'));
  });
});

describe('what a file could smuggle into the terminal', () => {
  it('is shown by its number, in the line, the message, the hint and the path', () => {
    const line = '\u001b[2J\u202etitle';
    const change = { file: 'issues/\u001b.md', message: 'no \u009b', hint: 'not \u0007' };
    const sources = new Map([['issues/\u001b.md', line]]);
    const place = { line: 1, column: 6, endLine: 1, endColumn: 11 };
    expect(formatFindings([{ ...finding, ...place, ...change }], sources, { colour: false })).toBe(
      rows(
        'issues/<U+001B>.md:1:6  error  role/apply-url',
        '  1 | <U+001B>[2J<U+202E>title',
        '    |                    ^^^^^ no <U+009B>',
        '  hint: not <U+0007>',
        '',
        '1 error',
      ),
    );
  });
});

describe('colours', () => {
  const sources = new Map([[file, 'title: a']]);
  const place = { line: 1, column: 1, endLine: 1, endColumn: 6 };

  it('change nothing about the text', () => {
    const coloured = formatFindings([{ ...finding, ...place }], sources, { colour: true });
    expect(stripVTControlCharacters(coloured)).toBe(
      formatFindings([{ ...finding, ...place }], sources, { colour: false }),
    );
  });

  it.each([
    ['error', 31],
    ['warning', 33],
    ['note', 36],
  ] as const)('tell an %s by its own', (severity, code) => {
    const coloured = formatFindings([{ ...finding, ...place, severity }], sources, { colour: true });
    expect(coloured).toContain(`\u001b[${code}m${severity}\u001b[39m`);
    expect(coloured).toContain(`\u001b[${code}m^^^^^ this is an e-mail address, not a link\u001b[39m`);
  });
});
