import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { type FoundNode, findNodes } from '../markdown/markdown-nodes.ts';
import { textOfNode } from '../markdown/text-of-node.ts';
import { sectionsOf } from './sections.ts';
import { TextCursor } from './text-cursor.ts';

export interface FoundAddress {
  /** What leads there: an image is one whether its address stands in it or in a line of its own. */
  readonly kind: 'link' | 'image' | 'apply';
  /** As the author wrote it: `www.penny.example` has nothing in front. */
  readonly address: string;
  /** Of the address; of the whole link when it is spelled differently there, as with `&amp;`. */
  readonly place: Place;
  readonly isExact: boolean;
}

type Addressed = FoundNode<'link' | 'image' | 'definition'>;

/** Every address to which the links, the images and the roles of an issue lead, in no particular order. */
export function findAddresses(issue: WrittenIssue): readonly FoundAddress[] {
  const addresses = known.get(issue) ?? addressesOf(issue);
  known.set(issue, addresses);
  return addresses;
}

/** A dozen rules look at the addresses of an issue, which nobody changes. */
const known = new WeakMap<WrittenIssue, readonly FoundAddress[]>();

function addressesOf(issue: WrittenIssue): readonly FoundAddress[] {
  const lines = issue.source.split('\n');
  const inText = sectionsOf(issue).flatMap((section) => {
    const isOfImages = definitionsOfImages(section);
    const placeOf = addressPlaces(lines);
    return findNodes(section, 'link', 'image', 'definition').map((found): FoundAddress => {
      const { node } = found;
      const isImage = node.type === 'image' || (node.type === 'definition' && isOfImages(node.identifier));
      const address = writtenAddress(found);
      return { kind: isImage ? 'image' : 'link', address, ...orWhole(placeOf(found, address), found.place) };
    });
  });
  const inRoles = issue.blocks.flatMap((block): FoundAddress[] => {
    const place = block.places.get('apply')?.value;
    if (block.kind !== 'openRole' || block.fields.apply === undefined || place === undefined) return [];
    const address = block.fields.apply;
    return [{ kind: 'apply', address, ...orWhole(new TextCursor(lines, place).find(address), place) }];
  });
  return [...inText, ...inRoles];
}

/** Where a part of an address stands, from `start` on. */
export function placeOfPart({ place, isExact }: FoundAddress, start: number, length: number): Place {
  if (!isExact) return place;
  const column = place.column + start;
  return { line: place.line, column, endLine: place.line, endColumn: column + length };
}

/** Whether a definition is used by images alone. */
function definitionsOfImages(section: WrittenIssue): (identifier: string) => boolean {
  const images = new Set(findNodes(section, 'imageReference').map(({ node }) => node.identifier));
  const links = new Set(findNodes(section, 'linkReference').map(({ node }) => node.identifier));
  return (identifier) => images.has(identifier) && !links.has(identifier);
}

/** The parser puts `http://` in front of a bare `www.`, and `mailto:` in front of a bare e-mail address. */
function writtenAddress({ node }: Addressed): string {
  if (node.type !== 'link') return node.url;
  const text = textOfNode(node);
  const isBare = node.url === `http://${text}` || node.url === `mailto:${text}`;
  return isBare && node.children[0]?.position?.start.column === node.position?.start.column ? text : node.url;
}

/** Looks for the addresses of one section, in the author’s order. */
function addressPlaces(lines: readonly string[]): (found: Addressed, address: string) => Place | undefined {
  const paragraphs = new Map<Place, TextCursor>();
  return (found, address) => {
    const { node, place } = found;
    if (node.position === undefined) {
      // A bare link has the place of its paragraph, as do the others there.
      const cursor = paragraphs.get(place) ?? new TextCursor(lines, place);
      paragraphs.set(place, cursor);
      return cursor.find(address);
    }
    const cursor = new TextCursor(lines, behindWords(found));
    // A title or a description can hold the address, too, so that behind the bracket is looked for first.
    const signs = node.type === 'definition' ? [']: ', ']: <', ''] : ['](', '](<', ''];
    return signs
      .values()
      .map((sign) => cursor.find(address, sign))
      .find((found) => found !== undefined);
  };
}

/** What of a link comes after its words, as far as it has any: they can be, or hold, the same address. */
function behindWords({ node, place }: Addressed): Place {
  const end = node.type === 'link' ? node.children.at(-1)?.position?.end : undefined;
  const isBare = end === undefined || (end.line === place.endLine && end.column >= place.endColumn - 1);
  return isBare ? place : { ...place, line: end.line, column: end.column };
}

function orWhole(exact: Place | undefined, whole: Place): Pick<FoundAddress, 'place' | 'isExact'> {
  return { place: exact ?? whole, isExact: exact !== undefined };
}
