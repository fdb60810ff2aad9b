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
  /** Whether the address stands alone, without a word that says what it is for. */
  readonly isBare: boolean;
}

/** Reads “interested? apply here”, `Apply: https://…`, “want to chat? email me (talent@penny.example)”, or an address alone. */
export function readCallToAction(text: string, name: BlockName): ReadCall | undefined {
  const { before, web, mail } = splitAddress(text);
  const words = wordsOf(before);
  const hasAddress = web !== undefined || mail !== undefined;
  const cta = readWords(hasAddress ? words.replace(/ (?:at|by|on|to|via)$/i, '') : words);
  const address = addressFor(name, web, mail);
  if (address === undefined) return hasAddress || cta === undefined ? undefined : { cta, isBare: false };
  if (cta?.lead !== undefined) return { cta, address, isBare: false };
  return words === '' || asksAlone.test(words) ? { address, isBare: words === '' } : undefined;
}

const asksAlone =
  /^(?:to )?apply(?: here| now| at| by| via)?$|^e-?mail(?: me)?(?: at| on)?$|^(?:contact|link|url)$/i;

/** The link of a role that is named in front of it. */
export interface NamedCall {
  /** As it is written. */
  readonly named: string;
  readonly address: string;
}

/** Reads “apply for vp of sales: https://…”, which is the call to action of that role, wherever it stands. */
export function readNamedCall(text: string): NamedCall | undefined {
  const { before, web, mail } = splitAddress(text);
  const address = addressFor('open role', web, mail);
  const words = wordsOf(before).replace(/(?: here| now)?(?: at| by| on| via)?$/i, '');
  const [, named] = /^(?:to )?apply (?:(?:here|now) )?(?:for|to)(?: the)? (\S.*)$/i.exec(words) ?? [];
  if (address === undefined || named === undefined || named.length > 80) return undefined;
  return { named: named.replace(/ (?:role|position|job)$/i, ''), address };
}

/** Titles are the same whatever their signs and capital letters are. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

function readWords(text: string): CallToAction | undefined {
  if (/^(?:apply(?: here| now)?|e-?mail me)$/i.test(text)) return { label: text };
  if (!/(?:apply here|e-?mail me)$/i.test(text) && !/^(?:interested\?|want to chat)/i.test(text))
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
  if (mail === undefined) return splitUnfinished(text);
  const before = text.slice(0, start + opening);
  return { before: withoutOpening(before.replace(/mailto:$/i, '')), mail };
}

/** An address that lacks its beginning, which `check` then asks for: only words that ask for it say that it is one. */
function splitUnfinished(text: string): SplitAddress {
  const start = text.lastIndexOf(' ') + 1;
  const word = text.slice(start).replace(/^[(<]/, '');
  const before = text.slice(0, start);
  const isOne =
    /(?:^|[\s?!.])apply(?: here| now| at| by| via)?[*\]]*\s*[:([<–—-]?\s*$/i.test(before.slice(-40)) &&
    /^(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,20}(?:\/\S*)?\.?$/i.test(word);
  if (!isOne) return { before: text };
  return {
    before: withoutOpening(before),
    web: withoutClosing(word, text.slice(0, text.length - word.length)),
  };
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
