import { parseFragment } from 'parse5';

/** Those of the values that do not pass. */
export function failing(
  values: readonly (string | undefined)[],
  passes: (value: string) => boolean,
): readonly string[] {
  return values.map((value) => value ?? '').filter((value) => !passes(value));
}

/** Those of the values that occur more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

export function isFilled(value: string): boolean {
  return value.trim() !== '';
}

/** A whole web address, written as a browser would write it. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).href === value;
}

/** RFC 5646, as far as its shape goes. */
export function isLanguage(value: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(value) && Intl.getCanonicalLocales(value).length === 1;
}

/** RFC 822 with a year of four digits, on a day that has that name: `Mon, 23 Nov 2026 00:00:00 GMT`. */
export function isRfc822Date(value: string): boolean {
  if (!/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toUTCString().slice(0, 16) === value.slice(0, 16);
}

/** RFC 3339, on a day that there is. */
export function isRfc3339Date(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value)) return false;
  return !Number.isNaN(Date.parse(value)) && isDay(value.slice(0, 10));
}

/** `YYYY-MM-DD`, a day that there is. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

interface Markup {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Markup[];
}

/** What readers of feeds cannot follow or must not run: addresses that are not whole, scripts, frames, forms and handlers. */
export function unfitForReaders(html: string): readonly string[] {
  return unfitBelow(parseFragment(html));
}

const refused = ['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'meta', 'link', 'base'];

function unfitBelow({ nodeName, attrs = [], childNodes = [] }: Markup): readonly string[] {
  const addresses = attrs.filter(({ name }) => name === 'href' || name === 'src');
  return [
    ...refused.filter((name) => name === nodeName),
    ...attrs.filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name }) => name),
    ...addresses.map(({ value }) => value).filter((value) => !/^(https?|mailto):/.test(value)),
    ...childNodes.flatMap(unfitBelow),
  ];
}
