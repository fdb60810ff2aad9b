import { domainToUnicode } from 'node:url';
import { decodeEntity, fromCode } from '../search/decode-character.ts';
import { joinViews, replaceInView, type TextView, viewOf, viewOfStretch } from '../search/text-view.ts';

/** Decodings within decodings that are followed: an entity in a percent-encoded link in a quoted-printable mail. */
const mostRounds = 4;

/**
 * Every way to read a text in which a name may hide: as it stands, without markup, and with each encoding of mails
 * and pages undone, also within one another. The first view is the text itself.
 */
export function undisguise(text: string): readonly TextView[] {
  const views = [viewOf(text)];
  const seen = new Set([text]);
  for (let round = 0, from = 0; round < mostRounds; round += 1) {
    const latest = views.slice(from);
    from = views.length;
    for (const view of latest) {
      for (const made of [unwrap(view), decodeAll(view), decodeBase64(view)]) {
        if (made === undefined || seen.has(made.text)) continue;
        seen.add(made.text);
        views.push(made);
      }
    }
    if (views.length === from) break;
  }
  return views;
}

type Undo = (view: TextView) => TextView | undefined;

const decoders: readonly Undo[] = [
  // Quoted-printable (RFC 2045 §6.7): soft line breaks, then its bytes.
  (view) => replaceInView(view, /=\r?\n/g, () => ''),
  (view) => replaceInView(view, /(?:=[0-9a-f]{2})+/gi, ([run]) => decodeBytes(run.replaceAll('=', ''))),
  (view) => replaceInView(view, /(?:%[0-9a-f]{2})+/gi, ([run]) => decodeBytes(run.replaceAll('%', ''))),
  (view) =>
    replaceInView(view, /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});?/gi, ([, name = '']) =>
      decodeEntity(name),
    ),
  // JSON (RFC 8259 §7): its line ends and quotes stand between words, and first, because a decoded letter may follow one.
  (view) => replaceInView(view, /\\["/bfnrt]/g, () => ' '),
  (view) => replaceInView(view, /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, decodeEscape),
  (view) => replaceInView(view, /xn--[a-z0-9-]{1,59}/gi, ([label]) => domainToUnicode(label) || undefined),
];

function decodeAll(view: TextView): TextView | undefined {
  const decoded = decoders.reduce((current, decode) => decode(current) ?? current, view);
  return decoded === view ? undefined : decoded;
}

/** Markup within a word hides it from a search and not from a reader: `ac<b>me</b>`, `ac**me**`. */
function unwrap(view: TextView): TextView | undefined {
  return replaceInView(view, /<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*)?>|[*_~`\\]+/gi, ([, , name]) =>
    name === undefined || inline.has(name.toLowerCase()) ? '' : ' ',
  );
}

const inline = new Set(
  [
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'big',
    'cite',
    'code',
    'del',
    'em',
    'font',
    'i',
    'ins',
    'kbd',
    'mark',
    'q',
    's',
  ].concat(['samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'wbr']),
);

/**
 * All runs that are base64 of text, also over several lines, decoded and one below the other. In an address the signs
 * / - _ may belong to a run or stand around it: both are tried.
 */
function decodeBase64(view: TextView): TextView | undefined {
  const decoded: TextView[] = [];
  for (const { 0: run, index } of view.text.matchAll(/[a-z0-9+/_-]{8,}(?:\r?\n[a-z0-9+/_-]{4,})*/gi)) {
    const pieces = /[/_-]|\n/.test(run) ? (run.match(/[a-z0-9+]{8,}/gi) ?? []) : [];
    for (const encoded of [run, ...pieces]) {
      const text = Buffer.from(encoded.replaceAll(/\s/g, ''), 'base64').toString();
      if (isText(text)) decoded.push(viewOfStretch(view, `${text}\n`, [index, index + run.length]));
    }
  }
  return decoded.length === 0 ? undefined : joinViews(decoded);
}

/** Whether what came out can be text: nearly any word is base64 of something. */
function isText(decoded: string): boolean {
  return decoded.length > 2 && !/(?![\t\r\n])[\p{Cc}\ufffd]/u.test(decoded);
}

function decodeBytes(hexadecimal: string): string {
  return Buffer.from(hexadecimal, 'hex').toString();
}

function decodeEscape([, braced, four, two]: RegExpExecArray): string | undefined {
  return fromCode(Number.parseInt(braced ?? four ?? two ?? '', 16));
}
