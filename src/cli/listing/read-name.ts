import { longestName } from '../../audience/longest-name.ts';
import { UsageError } from '../command.ts';

/**
 * A text about a person that may end up in a mail's header.
 *
 * @throws UsageError when it is empty or too long, or holds what could end a line or turn its direction
 */
export function readName(option: string, text: string): string {
  const name = text.trim();
  if (name === '') throw new UsageError(`${option} is empty`, 'write something behind it, or leave it out');
  if (/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(name))
    throw new UsageError(`${option} holds a control character`, 'type it anew, on one line');
  if (name.length > longestName)
    throw new UsageError(`${option} is longer than ${longestName} characters`, 'write a shorter one');
  return name;
}
