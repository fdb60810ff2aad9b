import { expect, it } from 'vitest';
import type { Check } from '../../src/doctor/check.ts';
import { countChecks, formatChecks } from '../../src/terminal/doctor-text.ts';

const checks: readonly Check[] = [
  { name: 'tls', state: 'ok', detail: 'TLSv1.3', hint: '' },
  { name: 'login', state: 'error', detail: 'refused: \u001b[31mno', hint: 'set SMTP_PASSWORD' },
  { name: 'certificate', state: 'warning', detail: 'valid until 2026-12-01', hint: 'renew it' },
  { name: 'clock', state: 'note', detail: 'skipped', hint: '' },
];

it('tells each check with what to do below it, and how many there are of each', () => {
  expect(formatChecks(checks)).toBe(
    [
      'ok       tls: TLSv1.3',
      'error    login: refused: <U+001B>[31mno',
      '         hint: set SMTP_PASSWORD',
      'warning  certificate: valid until 2026-12-01',
      '         hint: renew it',
      'note     clock: skipped',
      '',
      '1 error, 1 warning, 1 note',
    ].join('\n'),
  );
});

it('counts what is not ok', () => {
  expect(countChecks(checks)).toEqual({ errors: 1, warnings: 1, notes: 1 });
  expect(countChecks([])).toEqual({ errors: 0, warnings: 0, notes: 0 });
});
