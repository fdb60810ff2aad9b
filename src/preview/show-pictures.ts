/**
 * A document with the pictures that lie on this machine in the place of the addresses that they will have.
 *
 * @param pictures `data:` addresses, by those in the document
 */
export function showPictures(html: string, pictures: ReadonlyMap<string, string>): string {
  if (pictures.size === 0) return html;
  return html.replaceAll(
    /(<(?:img|source)\b[^>]*\s(?:src|srcset)=")([^"]*)"/g,
    (whole, start: string, address: string) => {
      const picture = pictures.get(address);
      return picture === undefined ? whole : `${start}${picture}"`;
    },
  );
}
