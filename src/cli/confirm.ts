import { type CommandContext, type Outcome, UsageError } from './command.ts';

/**
 * Asks before people are mailed, or are not, or leave the list: the answer is their number, so that it was read.
 *
 * @throws UsageError when there is nobody to ask.
 */
export async function confirm(
  { terminal }: Pick<CommandContext, 'terminal'>,
  { yes, people, does = 'to mail' }: Question,
): Promise<boolean> {
  if (yes === true) return true;
  if (!terminal.interactive)
    throw new UsageError('nobody is here to confirm this', 'add --yes to do it without a question');
  const answer = await terminal.ask(
    `Type ${people} ${does} ${people === 1 ? 'this person' : 'these people'}, or press Ctrl-C`,
  );
  return answer?.trim() === String(people);
}

interface Question {
  readonly yes: boolean | undefined;
  readonly people: number;
  readonly does?: 'to mail' | 'not to mail' | 'to unsubscribe' | 'to erase';
}

/** What a command comes to when the person did not want it. */
export const declined: Outcome = { exitCode: 2, json: { declined: true }, text: 'nothing was sent' };

/** The same where nothing was to be sent. */
export const unchanged: Outcome = { ...declined, text: 'nothing was changed' };
