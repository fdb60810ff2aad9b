import { domainToASCII } from 'node:url';
import type { CanonicalAddress, EmailAddress } from './subscriber.ts';
import { isSpace, trimEdges } from './trim-edges.ts';

export type ParsedAddress =
  | {
      readonly address: EmailAddress;
      readonly canonical: CanonicalAddress;
      /** The part before the @ is not ASCII: only a server that offers SMTPUTF8 (RFC 6531) can take it. */
      readonly needsSmtpUtf8: boolean;
    }
  | { readonly problem: string };

/**
 * Reads one bare address, stricter than RFC 5321 allows: what mail programs read in several ways (quotes, comments,
 * literals, groups, display names) is refused with a reason, so that one text is always one mailbox.
 *
 * @param text surrounding spaces do not count
 */
export function parseAddress(text: string): ParsedAddress {
  if (isUsual(text)) {
    return {
      address: text as EmailAddress,
      canonical: text.toLowerCase() as CanonicalAddress,
      needsSmtpUtf8: false,
    };
  }
  const typed = trimEdges(text, isSpace);
  const refusal = refusals.find(([sign]) => sign.test(typed));
  if (refusal !== undefined) return { problem: refusal[1] };
  const [local = '', typedDomain = ''] = typed.split('@');
  if (octets(local) > 64) return { problem: 'the part before the @ is longer than 64 characters' };
  const domain = toAsciiDomain(typedDomain);
  if (domain === undefined) return { problem: 'what stands after the @ is not a domain such as example.com' };
  if (octets(local) + 1 + domain.length > 254)
    return { problem: 'the address is longer than 254 characters' };
  return {
    address: typed as EmailAddress,
    canonical: `${local.normalize('NFC').toLowerCase().normalize('NFC')}@${domain}` as CanonicalAddress,
    needsSmtpUtf8: octets(local) > local.length,
  };
}

/**
 * What nearly all addresses look like: nothing that any of the rules below could change or refuse. They are the rules; this
 * only spares a long list their price. A label with two hyphens may be an A-label, which is not for here to judge.
 */
function isUsual(text: string): boolean {
  return text.length <= 64 && !text.includes('--') && usualForm.test(text);
}

const usualForm =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?\.)+[A-Za-z]+$/;

/** The first that applies is the reason given. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'there is no address'],
  [/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u, 'the address holds a control character'],
  [/[<>]/, 'the address must stand alone, without a name and without < >'],
  [/[,;]/, 'there is more than one address, or a comma in it'],
  [/\s/, 'the address holds a space'],
  [/["()[\]\\:]/, 'the address holds a quote, a bracket, a colon or a backslash'],
  [/^[^@]*$/, 'the address has no @'],
  [/@.*@/, 'the address has more than one @'],
  [/^@|@$/, 'something is missing before or after the @'],
  [/^\.|\.\.|\.@|@\.|\.$/, 'a dot stands at an end, beside the @, or twice in a row'],
  // The Kelvin sign is a K for people, for NFC and in lower case, and another mailbox for a mail server.
  [/^[^@]*\u212a/, 'the part before the @ holds a sign that only looks like a K'],
  [
    /^[^@]*[^\w!#$%&'*+/=?^`{|}~.\p{L}\p{M}\p{N}@-]/u,
    'the part before the @ holds a sign that addresses cannot have',
  ],
];

/** In A-labels and lower case; nothing when it is not the name of a mail domain. */
function toAsciiDomain(domain: string): string | undefined {
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(domain)) return undefined;
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  const isName = labels.length >= 2 && ascii.length <= 253 && labels.every((label) => labelForm.test(label));
  return isName && /\D/.test(labels.at(-1) ?? '') ? ascii : undefined;
}

/** RFC 1123 §2.1. */
const labelForm = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

function octets(text: string): number {
  return Buffer.byteLength(text);
}
