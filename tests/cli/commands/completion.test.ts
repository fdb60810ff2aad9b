import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { commandTable } from '../../../src/cli/command-table.ts';
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
  { typed: ['se'], offered: ['send', 'serve'] },
  { typed: ['subscribers', 'i'], offered: ['import'] },
  {
    typed: ['subscribers', ''],
    offered: ['import', 'export', 'add', 'remove', 'list', 'show', 'tag', 'erase'],
  },
  { typed: ['send', '--d'], offered: ['--dry-run', '--detach'] },
  { typed: ['send', '1', '--d'], offered: ['--dry-run', '--detach'] },
  { typed: ['subscribers', 'list', '--st'], offered: ['--status'] },
  { typed: ['render', '--as', ''], offered: ['email', 'text', 'web', 'eml'] },
  { typed: ['render', '1', '--json', '--as', 'e'], offered: ['email', 'eml'] },
  { typed: ['role', 'close', 'vp', '--as', 'f'], offered: ['filled'] },
  { typed: ['zzz'], offered: [''] },
])('offers $offered for $typed', async ({ typed, offered }) => {
  expect(await complete(...typed)).toEqual(offered);
});

it('lets zsh read the same words through bashcompinit', async () => {
  const script = await scriptFor('zsh');
  expect(script).toContain('bashcompinit');
  expect(script).toContain('complete -o default -F _penny penny');
});

/** fish's own two questions about the words that were typed after `penny`. */
const fishQuestions: Readonly<
  Record<string, (typed: readonly string[], asked: readonly string[]) => boolean>
> = {
  __fish_use_subcommand: (typed) => typed.length === 0,
  __fish_seen_subcommand_from: (typed, asked) => typed.some((word) => asked.includes(word)),
};

/** Whether a condition such as `one a b; and not two c` holds. */
function holds(condition: string, typed: readonly string[]): boolean {
  return condition.split('; and ').every((part) => {
    const isNegated = part.startsWith('not ');
    const [question = '', ...asked] = part.replace(/^not /, '').split(' ');
    const answer = fishQuestions[question];
    if (answer === undefined) throw new Error(`fish is asked ${question}`);
    return answer(typed, asked) !== isNegated;
  });
}

/** What fish would offer behind these words, which are complete. */
async function completeInFish(...typed: readonly string[]): Promise<string[]> {
  const lines = (await scriptFor('fish')).trim().split('\n');
  return lines.flatMap((line) => {
    const [, condition, kind, word] = /^complete -c penny -n '([^']+)' -([al]) (\S+)/.exec(line) ?? [];
    if (condition === undefined) throw new Error(`fish cannot read ${line}`);
    return holds(condition, typed) ? [`${kind === 'l' ? '--' : ''}${word}`] : [];
  });
}

const shared = ['--json', '--no-color', '--quiet', '--verbose'];

it.each([
  { typed: ['subscribers'], offered: ['import', 'export', 'add', 'remove', 'list', 'show', 'tag', 'erase'] },
  { typed: ['role'], offered: ['list', 'close', 'reopen'] },
  { typed: ['subscribers', 'list'], offered: ['--status', '--segment', ...shared] },
  { typed: ['role', 'list'], offered: shared },
  { typed: ['import'], offered: shared },
  {
    typed: ['subscribers', 'import'],
    offered: ['--dry-run', '--tag', '--source', '--map', '--encoding', '--rejects', ...shared],
  },
  { typed: ['build'], offered: ['--out', '--now', '--clean', ...shared] },
])('in fish offers $offered for $typed', async ({ typed, offered }) => {
  expect(await completeInFish(...typed)).toEqual(offered);
});

it('in fish offers every command once', async () => {
  const offered = await completeInFish();
  expect(offered.sort()).toEqual([...new Set(commandTable.map(({ name }) => name.split(' ')[0]))].sort());
});

it('refuses a shell that it does not know, and names those that it does', async () => {
  const { code, error } = await callPenny(['completion', 'tcsh'], { folder: '.' });
  expect(code).toBe(2);
  expect(error).toContain('bash, zsh, fish');
});
