import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { callPenny } from '../call-penny.ts';

async function scriptFor(shell: string): Promise<string> {
  const { code, output } = await callPenny(['completion', shell], { folder: '.' });
  expect(code).toBe(0);
  return output;
}

/** What bash would offer for the words typed so far, the last of them unfinished. */
async function complete(...typed: readonly string[]): Promise<string[]> {
  const script = `${await scriptFor('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _penny; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync('bash', ['-c', script, 'bash', 'penny', ...typed], { encoding: 'utf8' });
  return output.trim().split('\n');
}

it('is a script that bash accepts', async () => {
  execFileSync('bash', ['-n'], { input: await scriptFor('bash') });
});

it.each([
  { typed: ['se'], offered: ['send'] },
  { typed: ['subscribers', 'i'], offered: ['import'] },
  { typed: ['subscribers', ''], offered: ['import', 'list', 'export'] },
  { typed: ['send', '--d'], offered: ['--dry-run'] },
  { typed: ['send', '1', '--d'], offered: ['--dry-run'] },
  { typed: ['subscribers', 'list', '--st'], offered: ['--status'] },
  { typed: ['zzz'], offered: [''] },
])('offers $offered for $typed', async ({ typed, offered }) => {
  expect(await complete(...typed)).toEqual(offered);
});

it('lets zsh read the same words through bashcompinit', async () => {
  const script = await scriptFor('zsh');
  expect(script).toContain('bashcompinit');
  expect(script).toContain('complete -o default -F _penny penny');
});

it('gives fish one line a command and a flag', async () => {
  const lines = (await scriptFor('fish')).trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('complete -c penny -n '))).toEqual([]);
  expect(lines).toContain(
    "complete -c penny -n '__fish_use_subcommand' -a check -d 'says what is wrong with issues, at file, line and column'",
  );
  expect(lines).toContain("complete -c penny -n '__fish_seen_subcommand_from send' -l dry-run");
});

it('refuses a shell that it does not know, and names those that it does', async () => {
  const { code, error } = await callPenny(['completion', 'tcsh'], { folder: '.' });
  expect(code).toBe(2);
  expect(error).toContain('bash, zsh, fish');
});
