import { expect, it } from 'vitest';
import { formatJson } from '../../src/terminal/json-text.ts';

it('keeps every value as it is, and nothing in it that could act on a terminal', () => {
  const value = { name: 'a\u001b[31m\u009b31m\u202e\u2028\u2066\u007f é 李 👩‍💻' };
  const written = formatJson(value);
  expect(JSON.parse(written)).toEqual(value);
  for (const unsafe of ['\u001b', '\u009b', '\u202e', '\u2028', '\u2066', '\u007f'])
    expect(written).not.toContain(unsafe);
  expect(written).toContain('é 李');
});
