/** Stands for a secret, and tells nothing about it, not even its length. */
export const masked = '****';

/**
 * The address of a mail server as it may be shown: without its password. A user without a password is masked, because
 * it may be a token. Where it is not plain which part is the password, nothing is shown: `smtp://me:12/34@host` reads
 * as port 12 of the server `me`.
 */
export function maskSmtpUrl(text: string): string {
  const url = URL.parse(text);
  const isPlain =
    url !== null && /^smtps?:$/.test(url.protocol) && /^\/?$/.test(url.pathname) && !/[?#]/.test(text);
  if (!isPlain) return masked;
  const login = url.password === '' ? masked : `${url.username}:${masked}`;
  const shown = `${url.protocol}//${url.username === '' ? '' : `${login}@`}${url.host}`;
  return maskWherePassword(shown, url.password);
}

/** A text that holds the password, as where a token is user and password, is masked as a whole. */
export function maskWherePassword(text: string, password: string): string {
  return password !== '' && decode(text).includes(decode(password)) ? masked : text;
}

/** Percent-encoded or not, it is the same password. */
function decode(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (encoded) =>
    Buffer.from(encoded.replaceAll('%', ''), 'hex').toString(),
  );
}
