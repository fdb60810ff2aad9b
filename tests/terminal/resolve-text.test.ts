import { expect, it } from 'vitest';
import { formatResolved, type Resolved } from '../../src/terminal/resolve-text.ts';

const nothing: Resolved = { issue: 3, settled: 0, decided: 0, unknown: [], suspects: [], resent: false };

it('says when there is nothing to settle', () => {
  expect(formatResolved(nothing)).toBe('there is nothing to settle');
});

it('lists those of whom nobody knows, and how to settle them', () => {
  const unknown = [{ address: 'li\u001b[31m@example.net', messageId: '<1@penny.example>' }];
  const text = formatResolved({ ...nothing, unknown });
  expect(text).toMatch(/^1 may have it: the connection was lost after the message/);
  expect(text).toContain('hint: --from-log mail.log');
  expect(text).not.toContain('\u001b');
});

it('lists addresses that servers call wrong, says that nobody was suppressed, and how to decide', () => {
  const text = formatResolved({ ...nothing, suspects: ['a@example.com', 'b@example.com'] });
  expect(text.split('\n')).toEqual([
    expect.stringMatching(/^servers call 2 addresses wrong: .* nobody was suppressed$/),
    '    a@example.com',
    '    b@example.com',
    '  hint: --addresses suppress never mails them again, --addresses keep lets them be',
  ]);
});

it('says what was settled, and how those get it who are to get one more', () => {
  expect(formatResolved({ ...nothing, settled: 2, decided: 5, resent: true }).split('\n')).toEqual([
    'settled 2',
    'decided about 5 addresses',
    '  hint: penny resume 3 sends them one more',
  ]);
});
