import type { BlockName } from '../draft-issue.ts';

export interface CallToAction {
  readonly lead: string;
  readonly label: string;
}

/** What a last line of a card says: whom to ask, where, or both. */
export interface ReadCall {
  readonly cta?: CallToAction;
  /** A web address or `mailto:` for a role, an e-mail address for a candidate. */
  readonly address?: string;
}

const target = /(?<web>https?:\/\/\S+?)|(?:mailto:)?(?<mail>[^\s@:<>()]+@[^\s@:<>()]+\.[^\s@:<>().]+)/iu;
const ending = new RegExp(`^(?<before>.*?)[\\s:(<–—-]*(?:${target.source})[)>.]?$`, 'iu');

/** Reads “interested? apply here”, `Apply: https://…`, “want to chat? email me (talent@penny.example)”, or an address alone. */
export function readCallToAction(text: string, name: BlockName): ReadCall | undefined {
  const { before = text, web, mail } = ending.exec(text)?.groups ?? {};
  const cta = readWords(before);
  const address = addressFor(name, web, mail);
  if (address === undefined)
    return web === undefined && mail === undefined && cta !== undefined ? { cta } : undefined;
  if (cta !== undefined) return { cta, address };
  return before === '' ||
    /^(?:to )?apply(?: here| now| at| by| via)?$|^(?:e-?mail|contact|link|url)$/i.test(before)
    ? { address }
    : undefined;
}

function readWords(text: string): CallToAction | undefined {
  if (!/(?:apply here|email me)$/i.test(text) && !/^(?:interested\?|want to chat)/i.test(text))
    return undefined;
  const [, lead, label] = /^(.*\?)\s+(\S.*)$/.exec(text) ?? [];
  return lead === undefined || label === undefined ? undefined : { lead, label };
}

/** A candidate is reached by mail, and only the page of a role can be anywhere. */
function addressFor(name: BlockName, web: string | undefined, mail: string | undefined): string | undefined {
  if (name === 'open role') return web ?? (mail === undefined ? undefined : `mailto:${mail}`);
  return mail;
}
