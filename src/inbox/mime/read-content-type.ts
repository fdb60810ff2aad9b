/** What a part says that it is. */
export interface ContentType {
  /** In lower case: `multipart/report`. */
  readonly type: string;
  /** By their names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Characters of the field that are read; a boundary has 70 at most. */
const longest = 2_000;
const parameter = /;\s*([\w!#$&^.+*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/g;

/** RFC 2045 §5.1. A part that says nothing, or nothing that can be read, is plain text. */
export function readContentType(value = ''): ContentType {
  const text = value.slice(0, longest);
  const type = text.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of text.matchAll(parameter)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted?.replaceAll(/\\(.)/g, '$1') ?? bare);
  }
  return { type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'text/plain', parameters };
}
