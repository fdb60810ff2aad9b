import { type Line, type Remark, remark } from './remark.ts';

/** Whether a line is nothing but a rule drawn across the page, such as `---` or `* * *`. */
export function isRule({ text }: Line): boolean {
  return /^(?:(?:[-–—] ?){3,}|(?:[_*=~] ?){3,})$/u.test(text);
}

/** What the report says of a rule that parts what the draft parts anyway. */
export function dropRule(line: Line): Remark {
  return remark(line, 'a rule across the page');
}
