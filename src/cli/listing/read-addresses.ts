import { type ParsedAddress, parseAddress } from '../../audience/parse-address.ts';
import { UsageError } from '../command.ts';

type Address = Exclude<ParsedAddress, { problem: string }>;

/** @throws UsageError when it is none */
export function readAddress(text: string): Address {
  const parsed = parseAddress(text);
  if ('problem' in parsed)
    throw new UsageError(`“${text}” is not an address: ${parsed.problem}`, 'write it like li@example.net');
  return parsed;
}

/** Each person once, however often and in whatever case they are named. */
export function readAddresses(texts: readonly string[]): readonly Address[] {
  return [...new Map(texts.map(readAddress).map((address) => [address.canonical, address])).values()];
}
