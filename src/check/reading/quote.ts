const most = 60;

/** A piece of the author’s text for a message: in quotation marks, on one line, and cut where it is long. */
export function quote(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ')];
  return characters.length > most
    ? `“${characters.slice(0, most - 1).join('')}…”`
    : `“${characters.join('')}”`;
}
