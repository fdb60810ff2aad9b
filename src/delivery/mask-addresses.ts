/** One as servers write it, also within another address or a link, up to the end of its domain. */
const address = /("[^"]*"|[^\s<>()[\]",;:@]+?)(@|%40)(\[[^\]\s]*\]|[\p{L}\p{N}.-]*[\p{L}\p{N}])/gu;

/**
 * What a server said, without telling whom it was about: `l…@example.net`. For why a mailing pauses or waits, which
 * goes into logs; what became of one recipient is told with the whole address, where somebody asks for it.
 *
 * @param own the newsletter's own address, which is nobody's secret, where it is known
 */
export function maskAddresses(text: string, own?: string): string {
  return text.replaceAll(address, (found: string, local: string, at: string, domain: string) =>
    found === own ? found : `${String.fromCodePoint(local.codePointAt(0) ?? 0)}…${at}${domain}`,
  );
}
