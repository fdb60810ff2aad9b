/** @param name of an XML element that holds nothing but text */
export function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** Text for between tags or between double quotes in XML 1.0. */
export function escapeXml(text: string): string {
  return replaceForbidden(text).replaceAll(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Text that stands in XML 1.0 as it is. The one thing that would end it early is cut in two. */
export function cdata(text: string): string {
  return `<![CDATA[${replaceForbidden(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** What XML 1.0 has no way to write, escaped or not, shows as the replacement character U+FFFD. */
function replaceForbidden(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
