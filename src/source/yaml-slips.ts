/** A line of YAML as it stands, and as it was meant. */
export interface MendedLine {
  readonly before: string;
  readonly after: string;
}

/** A slip of the fingers on one line of YAML. */
export interface Slip extends MendedLine {
  /** In the piece, from 1. */
  readonly line: number;
  /** Where what is wrong starts, from 1. */
  readonly column: number;
  /** What is wrong, as it stands there, and as it was meant. */
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly hint: string;
}

/** Every slip that may be the reason for errors at these lines, the likeliest first. Lines count from 1. */
export function findSlips(lines: readonly string[], at: readonly number[]): readonly Slip[] {
  const near = [...new Set(at.flatMap((line) => [line, line + 1]))];
  const unclosed = lines.flatMap((text, index) => (unclosedQuote.test(text) ? [index + 1] : []));
  return [...new Set([...near, ...unclosed.slice(0, 2)])].flatMap((line) => {
    const text = lines[line - 1];
    if (text === undefined) return [];
    const found = [
      quoteOpenEnded(text),
      replaceTabs(text),
      addSpace(text),
      dropDash(text),
      closeBracket(text),
      quoteValue(text),
      indentAs(text, lines[line - 2]),
    ];
    return found.flatMap((slip) => (slip === undefined ? [] : [{ ...slip, line, before: text }]));
  });
}

/** A text with these of its lines mended, by number from 1. */
export function mendLines(text: string, mended: ReadonlyMap<number, MendedLine>): string {
  return text
    .split('\n')
    .map((line, index) => mended.get(index + 1)?.after ?? line)
    .join('\n');
}

/** The column of a mended line as the column of the line that stands in the file; what was put in has none. */
export function columnBefore({ before, after }: MendedLine, column: number): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  if (column <= same + 1) return column;
  return Math.max(same + 1, column - (after.length - before.length));
}

type Mend = Omit<Slip, 'line' | 'before'>;

const unclosedQuote = /^(\s*(?:- +)?[\w-]+:[ \t]+)(["'])((?:(?!\2)[^\\])*)$/;

function quoteOpenEnded(text: string): Mend | undefined {
  const [, start = '', , value = ''] = unclosedQuote.exec(text) ?? [];
  if (start === '') return undefined;
  const to = JSON.stringify(value.trimEnd());
  const from = text.slice(start.length).trimEnd();
  const message = `the quotation mark behind ${start.trim()} is not closed`;
  return { from, to, message, hint: write(start, to), column: start.length + 1, after: start + to };
}

function replaceTabs(text: string): Mend | undefined {
  const [start = ''] = /^[ \t]*\t[ \t]*/.exec(text) ?? [];
  if (start === '') return undefined;
  const to = start.replaceAll('\t', '  ');
  const message = 'a tab stands where YAML wants spaces';
  return {
    from: start,
    to,
    message,
    hint: 'write two spaces instead',
    column: 1,
    after: to + text.slice(start.length),
  };
}

function addSpace(text: string): Mend | undefined {
  const [from = '', start = '', key = '', value = ''] =
    /^(\s*(?:- +)?)([a-z]\w*:)(?!\/\/)(\S.*)$/i.exec(text) ?? [];
  if (from === '') return undefined;
  const to = `${key} ${value}`;
  const message = `a space is missing behind ${key}`;
  return { from: key + value, to, message, hint: write('', to), column: start.length + 1, after: start + to };
}

/** A field written as the entry of a list. */
function dropDash(text: string): Mend | undefined {
  const [, start = '', dash = '', field = ''] = /^(\s*)(- +)([a-z]\w*:(?:\s.*)?)$/i.exec(text) ?? [];
  if (dash === '') return undefined;
  const message = 'a field does not start with a hyphen';
  return {
    from: dash,
    to: '',
    message,
    hint: write('', field.trim()),
    column: start.length + 1,
    after: start + field,
  };
}

function closeBracket(text: string): Mend | undefined {
  const [, start = '', from = '', bracket = ''] =
    /^(\s*(?:- +)?[\w-]+:[ \t]+)(([[{])[^[\]{}#]*?)\s*$/.exec(text) ?? [];
  if (start === '') return undefined;
  const to = from + (bracket === '[' ? ']' : '}');
  const message = `the bracket behind ${start.trim()} is not closed`;
  return { from, to, message, hint: write(start, to), column: start.length + 1, after: start + to };
}

function quoteValue(text: string): Mend | undefined {
  const [, start = '', value = '', comment = ''] =
    /^(\s*(?:- +)?(?:[\w-]+[ \t]*:[ \t]+|(?<=- +)))(\S.*?)(\s+#.*|\s*)$/.exec(text) ?? [];
  if (value === '') return undefined;
  const to = JSON.stringify(value);
  const key = start.trim();
  const message = `${key === '' || key === '-' ? 'this text' : `the text behind ${key}`} must stand in quotation marks`;
  return {
    from: value,
    to,
    message,
    hint: write(start, to),
    column: start.length + 1,
    after: start + to + comment,
  };
}

/** As far to the right as the line above. */
function indentAs(text: string, above: string | undefined): Mend | undefined {
  const [own = ''] = /^ */.exec(text) ?? [];
  const [expected = ''] = /^ */.exec(above ?? '') ?? [];
  if (above === undefined || above.trim() === '' || text.trim() === '' || own === expected) return undefined;
  const message = 'this line does not start where the one above it does';
  const hint = `start it in column ${expected.length + 1}`;
  return { from: own, to: expected, message, hint, column: 1, after: expected + text.slice(own.length) };
}

/** A value longer than this is not repeated. */
const longestHint = 80;

function write(start: string, value: string): string {
  return value.length > longestHint
    ? 'put "quotation marks" around it'
    : `write ${`${start.trim()} ${value}`.trim()}`;
}
