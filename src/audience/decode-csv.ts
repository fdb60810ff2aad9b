/** A list's file as text. */
export interface DecodedCsv {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
  readonly delimiter: ',' | ';' | '\t';
}

/** Reads a file as spreadsheets save it: UTF-8 or UTF-16 with or without a mark, otherwise Windows-1252. */
export function decodeCsv(bytes: Uint8Array): DecodedCsv {
  const [first, second] = bytes;
  const decoded = (text: string, encoding: DecodedCsv['encoding']): DecodedCsv => ({
    text,
    encoding,
    delimiter: sniffDelimiter(text),
  });
  if (first === 0xff && second === 0xfe) return decoded(new TextDecoder('utf-16le').decode(bytes), 'UTF-16');
  if (first === 0xfe && second === 0xff) return decoded(new TextDecoder('utf-16be').decode(bytes), 'UTF-16');
  try {
    return decoded(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'UTF-8');
  } catch {
    return decoded(new TextDecoder('windows-1252').decode(bytes), 'Windows-1252');
  }
}

/** The sign that stands most often in the first line, outside of quotes; a comma when none does. */
function sniffDelimiter(text: string): DecodedCsv['delimiter'] {
  const header = (text.split(/\r?\n/, 1)[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => header.split(sign).length;
  const signs = [',', ';', '\t'] as const;
  return signs.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
