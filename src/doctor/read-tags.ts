/** The tags of a DKIM key or a DMARC policy: `name=value; …` (RFC 6376 §3.2); names in small letters. */
export function readTags(record: string): ReadonlyMap<string, string> {
  return new Map(
    record
      .split(';')
      .filter((tag) => tag.includes('='))
      .map((tag) => {
        const at = tag.indexOf('=');
        return [tag.slice(0, at).trim().toLowerCase(), tag.slice(at + 1).trim()];
      }),
  );
}
