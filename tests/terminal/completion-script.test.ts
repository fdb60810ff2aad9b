import { expect, it } from 'vitest';
import { completionScript } from '../../src/terminal/completion-script.ts';

const entries = [
  { name: 'send', summary: "sends the author's issue", flags: ['--yes'] },
  { name: 'subscribers list', summary: 'lists subscribers', flags: ['--json'] },
];

it('holds the same words for bash and zsh', () => {
  const bash = completionScript('bash', entries);
  expect(bash).toContain("words='send subscribers'");
  expect(completionScript('zsh', entries).endsWith(bash)).toBe(true);
});

it('quotes summaries for fish', () => {
  expect(completionScript('fish', entries)).toContain("-d 'sends the author\\'s issue'");
});
