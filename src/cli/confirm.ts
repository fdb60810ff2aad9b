import { type CommandContext, type Outcome, UsageError } from './command.ts';

/**
 * Asks before people are mailed, or are not, or leave the list: the answer is their number, so that it was read.
 *
 * @returns what the command comes to when the person did not want it; nothing when they did
 * @throws UsageError when there is nobody to ask.
 */
export async function askToConfirm(
  { terminal }: Pick<CommandContext, 'terminal'>,
  { yes, people, does = 'to mail' }: Question,
): Promise<Outcome | undefined> {
  if (yes === true) return undefined;
  if (!terminal.interactive)
    throw new UsageError('nobody is here to confirm this', 'add --yes to do it without a question');
  const answer = await terminal.ask(
    `Type ${people} ${does} ${people === 1 ? 'this person' : 'these people'}, or press Ctrl-C`,
  );
  if (answer?.trim() === String(people)) return undefined;
  const text = does === 'to mail' ? 'nothing was sent' : 'nothing was changed';
  return { exitCode: answer === undefined ? 130 : 2, json: { declined: true }, text };
}

interface Question {
  readonly yes: boolean | undefined;
  readonly people: number;
  readonly does?: 'to mail' | 'not to mail' | 'to unsubscribe' | 'to erase';
}
