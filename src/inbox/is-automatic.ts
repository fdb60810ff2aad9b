import { type Headers, headerOf } from './mime/read-headers.ts';

/** What programs write that answer by themselves, before and beside RFC 3834. */
const signs = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-vacation'];

/**
 * Whether nobody wrote the message: an out-of-office note, a challenge, another answer of a program (RFC 3834 §5), or
 * the mail of a list.
 */
export function isAutomatic(headers: Headers): boolean {
  const submitted = headerOf(headers, 'auto-submitted')?.toLowerCase() ?? 'no';
  return (
    !/^no\b/.test(submitted) ||
    signs.some((name) => headers.has(name)) ||
    /^(auto_reply|bulk|junk|list)\b/i.test(headerOf(headers, 'precedence') ?? '')
  );
}
