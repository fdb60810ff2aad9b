import { runRule } from '../../../src/check/check-issues.ts';
import { sampleNewsletter } from '../../../src/check/newsletter.ts';
import type { Rule } from '../../../src/check/rule.ts';
import { parseFiles } from '../parse-sample.ts';

/** What a rule quotes of a candidate with this line, in an issue of November 2026. */
export function findInLine(rule: Rule, line: string, field = ''): readonly string[] {
  const text = `---\ntitle: a\nnumber: 1\ndate: 2026-11-24\n---\n\n---active candidate\ntitle: vp of sales\n${field}---\n\n- ${line}\n`;
  return parseFiles({ 'issues/001-a.md': text })
    .flatMap(({ written }) => written ?? [])
    .flatMap((issue) => runRule(rule, { issue, others: [], newsletter: sampleNewsletter, names: [] }))
    .map(({ message }) => /“(.*)”/u.exec(message)?.[1] ?? message);
}

/** 100 KB of every sign or piece that patterns of candidates begin with, which none of them may be slow on. */
export const hostileLines: readonly (readonly [piece: string, line: string])[] = [
  ...[
    '0',
    '1',
    '(',
    '+',
    '-',
    '.',
    '@',
    '/',
    '$',
    'a',
    'A1',
    '’',
    ' 0',
    '0 ',
    '1 ',
    '12 ',
    '01/',
    '06-',
    '1-',
  ],
  ...[
    'a.',
    'a@',
    'a at ',
    'a.b @ ',
    'tel ',
    'tel 1 ',
    'cell: ',
    'mail: ',
    'x: ',
    'in/',
    'gh a',
    'on 9',
    '9k ',
  ],
  ...[
    'on ',
    'now ',
    'wants ',
    '$1,',
    'base: ',
    '100k, ',
    'since ',
    '2019',
    '2019-',
    'jan ',
    'joined a ',
    'mba a ',
  ],
].map((piece) => [piece, piece.repeat((100 * 1024) / piece.length)]);
