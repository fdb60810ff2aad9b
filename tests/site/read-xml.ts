/** An element as read by {@link readXml}: `text` is what stands in it and below it, references and CDATA resolved. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const tokens = [
  /<\?xml version="1\.0" encoding="UTF-8"\?>\n/,
  /<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>/,
  /<(?<open>[\w:]+)(?<attributes>(?:\s+[\w:]+="[^"<]*")*)\s*(?<empty>\/?)>/,
  /<\/(?<close>[\w:]+)>/,
  /(?<text>[^<]+)/,
];
const token = new RegExp(tokens.map(({ source }) => source).join('|'), 'uy');
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Reads the XML that feeds are written in, and throws at the first thing that is not well-formed. */
export function readXml(source: string): XmlElement {
  if (forbidden.test(source)) throw new Error('a character that XML does not have');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const path = [root];
  for (token.lastIndex = 0; token.lastIndex < source.length; ) {
    const start = token.lastIndex;
    const found = token.exec(source)?.groups;
    if (found === undefined) throw new Error(`not XML: ${source.slice(start, start + 40)}`);
    const { cdata, open, attributes = '', empty, close, text } = found;
    const parent = path.at(-1) ?? root;
    if (open !== undefined) {
      const child: XmlElement = {
        name: open,
        attributes: readAttributes(attributes),
        children: [],
        text: '',
      };
      parent.children.push(child);
      if (empty === '') path.push(child);
    } else if (close !== undefined) {
      if (path.pop()?.name !== close) throw new Error(`</${close}> closes another element`);
    } else {
      const added = cdata ?? (text === undefined ? '' : resolveReferences(text));
      for (const element of path) element.text += added;
    }
  }
  const [only, ...more] = root.children;
  if (only === undefined || more.length > 0 || path.length > 1) throw new Error('not one whole element');
  return only;
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, resolveReferences(value)]));
}

function resolveReferences(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text');
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replaceAll(/&(?:#(\d+);|(\w+);)?/g, (whole, code?: string, name?: string) => {
    const character = code === undefined ? named[name ?? ''] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new Error(`not a reference: ${whole}`);
    return character;
  });
}
