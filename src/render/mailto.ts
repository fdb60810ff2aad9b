/**
 * A `mailto:` address with a subject, RFC 6068: UTF-8, percent-encoded, a space as `%20` and never as `+`.
 *
 * @param address one address, such as `hello@penny.example`
 */
export function mailtoUrl(address: string, subject: string): string {
  const at = address.lastIndexOf('@');
  const [mailbox, domain] = [address.slice(0, at), address.slice(at + 1)];
  return `mailto:${encodeURIComponent(mailbox)}@${encodeURIComponent(domain)}?subject=${encodeURIComponent(subject.toWellFormed())}`;
}
