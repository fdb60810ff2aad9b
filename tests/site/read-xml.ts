import { SaxesParser } from 'saxes';

/** An element as read by {@link readXml}: `text` is what stands in it and below it, references and CDATA resolved. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** Of its name; empty without one. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML with namespaces as a strict parser does, and throws at the first thing that is not well-formed. */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: '', namespace: '', attributes: {}, children: [], text: '' };
  const path = [root];
  const addText = (text: string) => {
    for (const element of path) element.text += text;
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri: namespace, attributes }) => {
    const pairs = Object.values(attributes).map(({ name: key, value }) => [key, value]);
    const element = { name, namespace, attributes: Object.fromEntries(pairs), children: [], text: '' };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  parser.on('closetag', () => path.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(source).close();
  const [only] = root.children;
  if (only === undefined) throw new Error('no element');
  return only;
}
