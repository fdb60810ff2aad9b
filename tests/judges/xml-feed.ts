import type { XmlElement } from '../site/read-xml.ts';

/** A feed in XML, and the address at which it is to be found. */
export interface XmlFeed {
  readonly root: XmlElement;
  readonly address: string;
}

export const atomNamespace = 'http://www.w3.org/2005/Atom';

export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The texts of the children of a name. */
export function textsOf(element: XmlElement, name: string): readonly string[] {
  return childrenOf(element, name).map(({ text }) => text);
}

/** Those of the names that the element does not have exactly once. */
export function notOnce(element: XmlElement, names: readonly string[]): readonly string[] {
  return names.filter((name) => childrenOf(element, name).length !== 1);
}

/** Those of the names that the element has more than once. */
export function moreThanOnce(element: XmlElement, names: readonly string[]): readonly string[] {
  return names.filter((name) => childrenOf(element, name).length > 1);
}

/** The names of the children that are not among these. */
export function unknownChildren({ children }: XmlElement, known: readonly string[]): readonly string[] {
  return children.map(({ name }) => name).filter((name) => !known.includes(name));
}
