import { expect, it } from 'vitest';
import { judgeAccent } from '../../../src/check/theme/accent-contrast.ts';

const place = { line: 9, column: 11, endLine: 9, endColumn: 20 };

it('says nothing of an accent that is shown as it is', () => {
  expect(judgeAccent({ written: '#1652a8', shown: '#1652a8', contrast: 6.2, place })).toEqual([]);
});

it('says what readers see instead of a colour that they could not', () => {
  expect(judgeAccent({ written: '#ffcc00', shown: '#7a6200', contrast: 1.34, place })).toEqual([
    {
      file: 'newsletter.yaml',
      ...place,
      severity: 'note',
      rule: 'mail/accent-contrast',
      message: '#ffcc00 has a contrast of 1.3 on light surfaces; links and buttons are #7a6200 there',
      hint: 'write "#7a6200", or another dark colour, to choose it yourself; in dark mode it is lightened',
    },
  ]);
});
