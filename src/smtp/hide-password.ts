export type Hide = (text: string) => string;

/** Shorter ones are hidden only where they stand as a word: they are parts of many words. */
const tellingLength = 4;
/** What a line of a reply begins with (RFC 5321 §4.2, RFC 2034 §4): it decides what becomes of people, and quotes nobody. */
const codes = /^\d{3}(?:[ -](?:[245]\.\d{1,3}\.\d{1,3}(?=\s|$))?|$)/;

/** A server that quotes our password back, as it is or as it went over the wire, must not make us print or keep it. */
export function hidePassword(login: { readonly user: string; readonly password: string } | undefined): Hide {
  if (login === undefined || login.password === '') return (text) => text;
  const { user, password } = login;
  const secrets = [
    patternOf(encode(`\0${user}\0${password}`), '=*'),
    patternOf(encode(password), '=*'),
    patternOf(password),
  ];
  const hide: Hide = (words) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), words);
  return (text) =>
    text.replaceAll(/[^\r\n]+/g, (line) => {
      const start = codes.exec(line)?.[0] ?? '';
      return `${start}${hide(line.slice(start.length))}`;
    });
}

/** Base64 without its padding, which not everybody writes. */
function encode(words: string): string {
  return Buffer.from(words).toString('base64').replace(/=+$/, '');
}

function patternOf(secret: string, end = ''): RegExp {
  const exact = `${RegExp.escape(secret)}${end}`;
  return secret.length < tellingLength
    ? new RegExp(`(?<![\\p{L}\\p{N}])${exact}(?![\\p{L}\\p{N}])`, 'gu')
    : new RegExp(exact, 'gu');
}
