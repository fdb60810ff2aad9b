import { expect, it } from 'vitest';
import { hours } from '../../src/cli/option-values.ts';

it('takes the hours of --window as they are typed, and says what it expects', () => {
  expect(hours('22:00-06:00')).toBe('22:00-06:00');
  expect(() => hours('24:00-0:00')).toThrow('expected hours of the day');
  expect(() => hours('8-18')).toThrow('expected hours of the day such as 08:00-18:00');
});
