/** As whom a letter is looked at. */
export type Reader =
  /** Somebody of whom everything that the letter asks for is known. */
  | { readonly kind: 'sample' }
  /** Somebody of whom only the address is known. */
  | { readonly kind: 'nobody' }
  /** Somebody on the list; what was typed need not be an address. */
  | { readonly kind: 'subscriber'; readonly address: string };

/** @param text as it stands in an address of the preview, behind `for=`; a sample person unless said */
export function readReader(text: string | undefined): Reader {
  if (text === undefined || text === '' || text === 'sample') return { kind: 'sample' };
  return text === 'nobody' ? { kind: 'nobody' } : { kind: 'subscriber', address: text };
}
