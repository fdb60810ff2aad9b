import { expect, it } from 'vitest';
import { type Outcome, UsageError } from '../../src/cli/command.ts';
import { askToConfirm } from '../../src/cli/confirm.ts';
import { typing } from '../fakes/typing.ts';

function refusalOf(answer: string | undefined): Promise<Outcome | undefined> {
  return askToConfirm(typing(answer), { yes: undefined, people: 12 });
}

it('takes the number of people for a yes, and nothing else', async () => {
  expect(await refusalOf('12')).toBeUndefined();
  expect(await refusalOf(' 12 ')).toBeUndefined();
  for (const answer of ['', 'y', 'yes', '11', '012', '1 2'])
    expect(await refusalOf(answer)).toMatchObject({ exitCode: 2, text: 'nothing was sent' });
});

it('was interrupted where somebody gave up', async () => {
  expect(await refusalOf(undefined)).toMatchObject({ exitCode: 130, text: 'nothing was sent' });
});

it('names the number that it asks for', async () => {
  const { terminal, asked } = typing('1');
  await askToConfirm({ terminal }, { yes: undefined, people: 1 });
  expect(asked).toEqual(['Type 1 to mail this person, or press Ctrl-C']);
});

it('asks nothing when the answer stands in the command', async () => {
  const { terminal, asked } = typing(undefined);
  expect(await askToConfirm({ terminal }, { yes: true, people: 12 })).toBeUndefined();
  expect(asked).toEqual([]);
});

it('names the flag where nobody can be asked', async () => {
  const { terminal } = typing('12');
  const call = askToConfirm(
    { terminal: { ...terminal, interactive: false } },
    { yes: undefined, people: 12 },
  );
  await expect(call).rejects.toThrow(UsageError);
  await expect(call).rejects.toMatchObject({ hint: expect.stringContaining('--yes') });
});

it('asks for the number of those who are not to be mailed, too', async () => {
  const { terminal, asked } = typing('9');
  const question = { yes: undefined, people: 9, does: 'not to mail' } as const;
  expect(await askToConfirm({ terminal }, question)).toBeUndefined();
  expect(asked).toEqual(['Type 9 not to mail these people, or press Ctrl-C']);
});
