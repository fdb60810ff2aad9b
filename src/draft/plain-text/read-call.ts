import type { BlockName } from '../draft-issue.ts';

export interface CallToAction {
  /** Absent when only the words of the link are there. */
  readonly lead?: string;
  readonly label: string;
}

/** What a last line of a card says: whom to ask, where, or both. */
export interface ReadCall {
  readonly cta?: CallToAction;
  /** A web address or `mailto:` for a role, an e-mail address for a candidate. */
  readonly address?: string;
}

/** Reads “interested? apply here”, `Apply: https://…`, “want to chat? email me (talent@penny.example)”, or an address alone. */
export function readCallToAction(text: string, name: BlockName): ReadCall | undefined {
  const { before, web, mail } = splitAddress(text);
  const words = wordsOf(before);
  const cta = readWords(words);
  const address = addressFor(name, web, mail);
  if (address === undefined)
    return web === undefined && mail === undefined ? readWithoutAddress(words, name, cta) : undefined;
  if (cta?.lead !== undefined) return { cta, address };
  return words === '' ||
    /^(?:to )?apply(?: here| now| at| by| via)?$|^e-?mail(?: me)?$|^(?:contact|link|url)$/i.test(words)
    ? { address }
    : undefined;
}

/** A call whose link is lost, or whose address lacks its beginning, which `check` then asks for. */
function readWithoutAddress(
  words: string,
  name: BlockName,
  cta: CallToAction | undefined,
): ReadCall | undefined {
  if (cta !== undefined) return { cta };
  const [, bare] =
    /^apply(?: here| now| at| via)?: ([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?)$/i.exec(words) ?? [];
  return bare === undefined || name !== 'open role' ? undefined : { address: bare };
}

function readWords(text: string): CallToAction | undefined {
  if (/^(?:apply(?: here| now)?|e-?mail me)$/i.test(text)) return { label: text };
  if (!/(?:apply here|email me)$/i.test(text) && !/^(?:interested\?|want to chat)/i.test(text))
    return undefined;
  const [, lead, label] = /^(.*\?)\s+(\S.*)$/.exec(text) ?? [];
  return lead === undefined || label === undefined ? undefined : { lead, label };
}

interface SplitAddress {
  readonly before: string;
  readonly web?: string;
  readonly mail?: string;
}

/** The address that the last word of a line is or ends in, and what stands before it. */
function splitAddress(text: string): SplitAddress {
  const start = text.lastIndexOf(' ') + 1;
  const word = text.slice(start);
  const at = word.search(/https?:\/\//i);
  if (at >= 0) {
    const before = text.slice(0, start + at);
    return { before: withoutOpening(before), web: withoutClosing(word.slice(at), before) };
  }
  const opening = Math.max(...['(', '<', ':'].map((sign) => word.lastIndexOf(sign))) + 1;
  const [, mail] = /^([^@]+@[^@]+\.[^@.>)\]]+)[>)\].]?$/.exec(word.slice(opening)) ?? [];
  if (mail === undefined) return { before: text };
  const before = text.slice(0, start + opening);
  return { before: withoutOpening(before.replace(/mailto:$/i, '')), mail };
}

/** Without the brackets, the colon or the dash in front of an address. A loop: a pattern would take the square of the length. */
function withoutOpening(before: string): string {
  let end = before.length;
  while (end > 0 && ' :([<–—-'.includes(before.charAt(end - 1))) end -= 1;
  return before.slice(0, end);
}

/** A bracket that closes what opened in front of the address, and a full stop, are no part of it. */
function withoutClosing(address: string, before: string): string {
  const ended = address.endsWith('.') ? address.slice(0, -1) : address;
  const closing = { '(': ')', '<': '>', '[': ']' }[before.slice(-1)];
  return closing !== undefined && ended.endsWith(closing) ? ended.slice(0, -1) : ended.replace(/>$/, '');
}

/** Emphasis, the brackets of a link, and a picture in front are no part of the words. */
function wordsOf(text: string): string {
  return text
    .replaceAll(/\*\*|__|[*[\]]/g, '')
    .replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|\s)+/u, '')
    .trim();
}

/** A candidate is reached by mail, and only the page of a role can be anywhere. */
function addressFor(name: BlockName, web: string | undefined, mail: string | undefined): string | undefined {
  if (name === 'open role') return web ?? (mail === undefined ? undefined : `mailto:${mail}`);
  return mail;
}
