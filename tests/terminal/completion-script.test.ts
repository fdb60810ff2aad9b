import { expect, it } from 'vitest';
import { completionScript } from '../../src/terminal/completion-script.ts';

const entries = [
  { name: 'send', summary: "sends the author's issue", flags: [{ name: '--yes', values: [] }] },
  {
    name: 'subscribers list',
    summary: 'lists subscribers',
    flags: [{ name: '--status', values: ['active', 'erased'] }],
  },
];

it('holds the same words for bash and zsh', () => {
  const bash = completionScript('bash', entries);
  expect(bash).toContain("words='send subscribers'");
  expect(completionScript('zsh', entries).endsWith(bash)).toBe(true);
});

it('quotes summaries for fish', () => {
  expect(completionScript('fish', entries)).toContain("-d 'sends the author\\'s issue'");
});

it('offers fish the words that a flag takes, and nothing else behind it', () => {
  const lines = completionScript('fish', entries).split('\n');
  expect(lines.find((line) => line.includes('-l status'))?.endsWith("-l status -x -a 'active erased'")).toBe(
    true,
  );
  expect(lines.find((line) => line.includes('-l yes'))?.endsWith('-l yes')).toBe(true);
});
