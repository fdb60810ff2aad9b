import { domainToASCII } from 'node:url';

/** So many messages in so many milliseconds. */
export interface Rate {
  readonly messages: number;
  readonly per: number;
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/**
 * Reads `10/s`, `600/m` or `5000/h`.
 *
 * @throws Error with a sentence that says what was expected
 */
export function readRate(text: string): Rate {
  const [, messages = '', unit = ''] = /^(\d{1,9})\/(s|m|h)$/.exec(text) ?? [];
  const per = units[unit];
  if (per === undefined || Number(messages) === 0)
    throw new Error('expected a rate such as 10/s, 600/m or 5000/h');
  return { messages: Number(messages), per };
}

/** As somebody would write it in `newsletter.yaml`. */
export function writeRate({ messages, per }: Rate): string {
  const [unit] = Object.entries(units).find(([, size]) => size === per) ?? ['s'];
  return `${messages}/${unit}`;
}

/** Rates by domain, each domain as mail servers know it (RFC 5891). */
export function readDomainRates(written: Readonly<Record<string, Rate>>): Readonly<Record<string, Rate>> {
  return Object.fromEntries(
    Object.entries(written).map(([domain, rate]) => [domainToASCII(domain.toLowerCase()) || domain, rate]),
  );
}
