import { expect, it } from 'vitest';
import { formatChanges } from '../../src/terminal/fixes-text.ts';

const before = 'one\r\napply: jobs.example.com\r\nthree\r\nfour\r\n';
const after = before.replace('jobs.', 'https://jobs.');

it('shows what changed, with the lines around it', () => {
  expect(formatChanges([{ file: 'issues/001-a.md', before, after }], { colour: false })).toBe(
    `--- issues/001-a.md
+++ issues/001-a.md
@@ -1,3 +1,3 @@
 one
-apply: jobs.example.com
+apply: https://jobs.example.com
 three`,
  );
});

it('colours what goes and what comes', () => {
  const text = formatChanges([{ file: 'a.md', before: 'x\n', after: 'y\n' }], { colour: true });
  expect(text).toContain('\u001b[31m-x\u001b[39m\n\u001b[32m+y\u001b[39m');
});

it('lets no file act on the terminal', () => {
  const text = formatChanges([{ file: 'a\u001b[31m.md', before: 'x\n', after: '\u001b[2J\n' }], {
    colour: false,
  });
  expect(text).not.toContain('\u001b');
});
