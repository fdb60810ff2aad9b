const wordsForLater: ReadonlySet<string> = new Set([
  ...['…', '...', 'todo', 'tbd', 'tk', 'tktk', 'fixme', 'xxx', 'link', 'url', 'placeholder'],
  ...['link-here', 'url-here', 'your-link', 'your-link-here', 'insert-link', 'insert-link-here'],
]);

/** In a path or a query only capitals count: `/todo` can be a real page. */
const partForLater = /^(?:TODO|TBD|TKTK|FIXME|XXX)$/;

const hostOfNobody =
  /^(?:(?:www\.)?(?:example\.(?:com|net|org)|your-?(?:company|domain|site|website)\.com)|localhost|127\.0\.0\.1|0\.0\.0\.0)$/;

/**
 * Whether a link’s address is one that its author meant to replace: nothing, `#`, a word such as TODO, or a web
 * address on a host that belongs to nobody. A host below a reserved one, `jobs.example.com`, is a choice and passes;
 * so does any e-mail address.
 */
export function isPlaceholder(address: string): boolean {
  const rest = address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|\/\/|mailto:|tel:|#)/, '');
  const [host = ''] = /^[^/?#:@]*(?=[/?#:]|$)/.exec(rest) ?? [];
  return (
    rest === '' ||
    wordsForLater.has(rest.replaceAll(/[\s_]+/g, '-')) ||
    wordsForLater.has(host) ||
    hostOfNobody.test(host) ||
    address.split(/[/?#=]/).some((part) => partForLater.test(part))
  );
}

/** Whether an address is kept in mails and on pages: a whole web address, an e-mail address or a telephone number. */
export function isPublishable(address: string): boolean {
  return /^(?:https?:\/\/[^\s/?#]|mailto:\S|tel:\S)/i.test(address);
}
