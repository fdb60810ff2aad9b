/** The fields of a header by their names in lower case, each with its values from the top down, unfolded. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** Fields that are read of one header; nobody's mail has so many. */
const mostFields = 1_000;

/**
 * Reads the fields of a header (RFC 5322 §2.2). A line that is no field and goes on with none is passed over.
 *
 * @param text one character a byte, LF line ends
 */
export function readHeaders(text: string): Headers {
  const fields: { readonly name: string; readonly lines: string[] }[] = [];
  for (const line of text.split('\n', mostFields * 20)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      fields.at(-1)?.lines.push(line.trim());
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trimEnd().toLowerCase();
    if (!/^[!-9;-~]{1,100}$/.test(name)) continue;
    if (fields.length === mostFields) break;
    fields.push({ name, lines: [line.slice(colon + 1).trim()] });
  }
  const headers = new Map<string, string[]>();
  for (const { name, lines } of fields) {
    const values = headers.get(name) ?? [];
    values.push(decodeUtf8(lines.join(' ')));
    headers.set(name, values);
  }
  return headers;
}

/** The same of text that was decoded before. */
export function readDecodedHeaders(text: string): Headers {
  return readHeaders(Buffer.from(text).toString('latin1'));
}

/** The topmost value of a field: what is below it, others may have written. */
export function headerOf(headers: Headers, name: string): string | undefined {
  return headers.get(name)?.[0];
}

/** The head of a message or part, and what comes after its first empty line. */
export function splitHead(text: string): { readonly head: string; readonly body: string } {
  if (text.startsWith('\n')) return { head: '', body: text.slice(1) };
  const end = text.indexOf('\n\n');
  return end < 0 ? { head: text, body: '' } : { head: text.slice(0, end + 1), body: text.slice(end + 2) };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Headers may hold UTF-8 as it is (RFC 6532); old programs wrote Latin-1. */
function decodeUtf8(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return text;
  try {
    return utf8.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
