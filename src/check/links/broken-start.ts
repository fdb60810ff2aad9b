/**
 * `https://` twice, one whose colon or slash is missing, or there too often, and one with a letter too many, too few
 * or in the wrong place.
 */
const broken =
  /^(?:https?:\/{2,}(?:www\.)?https?(?::\/*|\/\/)|https?\/\/|https?:(?!\/\/)\/?|https?:\/{3,}|https?::\/*|https?;\/\/|(?!https?:)(?:h{0,2}t{1,3}p{1,2}s{0,2}|htt?sp|hptts?|hpts):\/\/)/i;

/** The start of an address that was to be `https://` and is none; undefined when there is nothing to mend behind it. */
export function brokenStartOf(address: string): string | undefined {
  const [start = ''] = broken.exec(address) ?? [];
  return start === '' || withoutSlashes(address.slice(start.length)) === '' ? undefined : start;
}

/** An address with a whole `https://` in the place of its broken start. */
export function withStartMended(address: string, start: string): string {
  return `https://${withoutSlashes(address.slice(start.length))}`;
}

function withoutSlashes(text: string): string {
  return text.replace(/^\/+/, '');
}
