import { expect, it } from 'vitest';
import { describeWriteFault, SiteWriteError } from '../../src/site/site-write-error.ts';

it.each([
  ['EACCES', 'you may not write there'],
  ['ENOSPC', 'the disk is full'],
  ['EISDIR', 'something else stands where a file or folder of it belongs'],
  ['ENOENT', 'somebody took away what was being written'],
])('says in words what %s means', (code, reason) => {
  const cause = Object.assign(new Error(code), { code });
  const error = describeWriteFault(cause, 'public');
  expect(error).toBeInstanceOf(SiteWriteError);
  expect(error).toMatchObject({ message: `the site cannot be written to public: ${reason}`, cause });
});

it('leaves a fault of ours as it is', () => {
  const fault = new TypeError('not a function');
  expect(describeWriteFault(fault, 'public')).toBe(fault);
});
