import { expect, it } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { confirm } from '../../src/cli/confirm.ts';
import { typing } from '../fakes/typing.ts';

function confirmed(answer: string | undefined, people = 12): Promise<boolean> {
  return confirm(typing(answer), { yes: undefined, people });
}

it('takes the number of people for a yes, and nothing else', async () => {
  expect(await confirmed('12')).toBe(true);
  expect(await confirmed(' 12 ')).toBe(true);
  for (const answer of ['', 'y', 'yes', '11', '012', '1 2', undefined]) {
    expect(await confirmed(answer)).toBe(false);
  }
});

it('names the number that it asks for', async () => {
  const { terminal, asked } = typing('1');
  await confirm({ terminal }, { yes: undefined, people: 1 });
  expect(asked).toEqual(['Type 1 to mail this person, or press Ctrl-C']);
});

it('asks nothing when the answer stands in the command', async () => {
  const { terminal, asked } = typing(undefined);
  expect(await confirm({ terminal }, { yes: true, people: 12 })).toBe(true);
  expect(asked).toEqual([]);
});

it('names the flag where nobody can be asked', async () => {
  const { terminal } = typing('12');
  const call = confirm({ terminal: { ...terminal, interactive: false } }, { yes: undefined, people: 12 });
  await expect(call).rejects.toThrow(UsageError);
  await expect(call).rejects.toMatchObject({ hint: expect.stringContaining('--yes') });
});

it('asks for the number of those who are not to be mailed, too', async () => {
  const { terminal, asked } = typing('9');
  expect(await confirm({ terminal }, { yes: undefined, people: 9, does: 'not to mail' })).toBe(true);
  expect(asked).toEqual(['Type 9 not to mail these people, or press Ctrl-C']);
});
