import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type ParsedNode,
  type Range,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Fault } from './fault.ts';
import { type LenientYaml, parseLeniently } from './parse-leniently.ts';
import type { FieldPlace, FieldPlaces, Place } from './place.ts';
import { columnBefore, type Slip } from './yaml-slips.ts';

/** YAML as plain values, with the place of every one. */
export interface LocatedYaml<Value = Readonly<Record<string, unknown>>> {
  /** Maps become objects, the rest what YAML 1.2's core schema says; a date stays text. An empty text has no entries. */
  readonly value: Value;
  readonly places: FieldPlaces;
  /** What is wrong with it as YAML. What could be read is in `value` all the same. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a piece of YAML that holds a map. Anchors, aliases, tags and keys that mean something to JavaScript are
 * faults: nobody needs them to write a newsletter, and they have been used to harm programs.
 *
 * @param line the line of the user's file at which `text` starts, from 1
 */
export function readYaml(text: string, { line }: { readonly line: number }): LocatedYaml {
  return read(text, { line, empty: {}, readRoot: (reader, root) => reader.readRootMap(root) });
}

/** Like `readYaml`, for a piece that holds a list; the places of its entries are `0`, `0.term`, `1`, … */
export function readYamlList(
  text: string,
  { line }: { readonly line: number },
): LocatedYaml<readonly unknown[]> {
  return read(text, { line, empty: [], readRoot: (reader, root) => reader.readRootList(root) });
}

interface ReadOptions<Value> {
  readonly line: number;
  readonly empty: Value;
  readonly readRoot: (reader: YamlReader, root: ParsedNode) => Value | undefined;
}

function read<Value>(text: string, { line, empty, readRoot }: ReadOptions<Value>): LocatedYaml<Value> {
  if (text.length > mostCharacters) return { value: empty, places: new Map(), faults: [tooLarge(line)] };
  const { document, lines, slips, mended } = parseLeniently(text);
  const reader = new YamlReader((start, end) => placeOf(lines, { start, end, line, mended }));
  reader.readSyntax(document);
  reader.readSlips(slips, line);
  const root = document.contents;
  const value = root === null || isNothing(root) ? undefined : readRoot(reader, root);
  return { value: value ?? empty, places: reader.places, faults: reader.faults };
}

/** Nobody writes that much by hand, and reading more could take long. */
const mostCharacters = 16_384;

function tooLarge(line: number): Fault {
  return {
    line,
    column: 1,
    endLine: line,
    endColumn: 2,
    severity: 'error',
    rule: 'file/too-large',
    message: 'the YAML that starts here is longer than 16 KB',
    hint: 'only keys and short values belong here: put longer text elsewhere',
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** The line of the file at which the piece starts. */
  readonly line: number;
  readonly mended: LenientYaml['mended'];
}

function placeOf(lines: LineCounter, { start, end, line, mended }: Span): Place {
  const inFile = (offset: number): { readonly line: number; readonly column: number } => {
    const { line: at, col } = lines.linePos(offset);
    const slip = mended.get(at);
    return { line: at + line - 1, column: slip === undefined ? col : columnBefore(slip, col) };
  };
  const from = inFile(start);
  const to = inFile(Math.max(end, start));
  return { ...from, endLine: to.line, endColumn: to.column };
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Walks the nodes once and collects values, places and faults. */
class YamlReader {
  readonly places = new Map<string, FieldPlace>();
  readonly faults: Fault[] = [];
  readonly #place: (start: number, end: number) => Place;

  constructor(place: (start: number, end: number) => Place) {
    this.#place = place;
  }

  readSyntax({ errors, warnings }: Document.Parsed): void {
    for (const problem of [...errors, ...warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')]) {
      const duplicate = problem.code === 'DUPLICATE_KEY';
      const message = duplicate
        ? 'the key stands here a second time'
        : `this is not YAML: ${describe(problem.message)}`;
      const hint = duplicate
        ? 'keep one of the two'
        : 'write one “key: value” a line; put text with : or # into "quotes"';
      this.#report(this.#place(...problem.pos), {
        rule: duplicate ? 'schema/duplicate-key' : 'schema/yaml',
        message,
        hint,
      });
    }
  }

  readSlips(slips: readonly Slip[], firstLine: number): void {
    for (const { line, column, from, to, message, hint } of slips) {
      const at = firstLine + line - 1;
      this.#report(
        { line: at, column, endLine: at, endColumn: column + Math.max(from.length, 1) },
        { rule: 'schema/slip', message, hint, fix: { from, to } },
      );
    }
  }

  readRootMap(root: ParsedNode): Readonly<Record<string, unknown>> | undefined {
    if (isMap(root)) return this.#readMap(root, '');
    this.#reportNode(root, {
      rule: 'schema/yaml',
      message: 'this is not a list of keys',
      hint: 'write one “key: value” a line',
    });
    return undefined;
  }

  readRootList(root: ParsedNode): readonly unknown[] | undefined {
    if (isSeq(root)) return this.#readList(root, '');
    this.#reportNode(root, {
      rule: 'schema/yaml',
      message: 'this is not a list',
      hint: 'start each entry with a hyphen and a space',
    });
    return undefined;
  }

  #readMap(map: YAMLMap<unknown, unknown>, path: string): Record<string, unknown> {
    this.#refuseExtras(map);
    const entries = map.items.flatMap((pair): [string, unknown][] => {
      if (!isPair(pair)) return [];
      if (this.#isNode(pair.key)) this.#refuseExtras(pair.key);
      if (!isScalar(pair.key)) return this.#refuseKey(pair.key, map);
      const key = String(pair.key.value);
      const keyPlace = this.#placeOfNode(pair.key);
      if (forbiddenKeys.has(key)) {
        this.#report(keyPlace, {
          rule: 'schema/unknown-key',
          message: `“${key}” cannot be a key`,
          hint: 'take it out',
        });
        return [];
      }
      const below = path === '' ? key : `${path}.${key}`;
      const value = this.#isNode(pair.value) ? this.#readNode(pair.value, below) : null;
      const place =
        this.#isNode(pair.value) && hasWidth(pair.value) ? this.#locate(pair.value) : { value: keyPlace };
      if (!this.places.has(below)) this.places.set(below, { key: keyPlace, ...place });
      // An alias has been refused, and has no value of its own.
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(entries);
  }

  /** A list, a group or an alias as a key: what it leads to is lost, and that is said. */
  #refuseKey(key: unknown, map: YAMLMap<unknown, unknown>): [] {
    this.#reportNode(this.#isNode(key) ? key : map, {
      rule: 'schema/yaml',
      message: 'this cannot be a key',
      hint: 'write a word in front of the colon, such as title',
    });
    return [];
  }

  #readNode(node: Node, path: string): unknown {
    this.#refuseExtras(node);
    if (isMap(node)) return this.#readMap(node, path);
    if (isScalar(node)) return node.value;
    return isSeq(node) ? this.#readList(node, path) : undefined;
  }

  #readList(list: YAMLSeq, path: string): readonly unknown[] {
    return list.items.map((item, index) => {
      if (!this.#isNode(item)) return null;
      const below = path === '' ? String(index) : `${path}.${index}`;
      this.places.set(below, this.#locate(item));
      return this.#readNode(item, below);
    });
  }

  #isNode(value: unknown): value is Node {
    return isScalar(value) || isCollection(value) || isAlias(value);
  }

  #refuseExtras(node: Node): void {
    const extra = isAlias(node)
      ? 'an alias (*)'
      : 'anchor' in node && node.anchor
        ? 'an anchor (&)'
        : node.tag !== undefined
          ? 'a tag (!)'
          : undefined;
    if (extra === undefined) return;
    this.#reportNode(node, {
      rule: 'schema/yaml',
      message: `${extra} is not read here`,
      hint: 'write the value itself, in "quotes" if it starts with & * or !',
    });
  }

  #locate(node: Node): FieldPlace {
    const value = this.#placeOfNode(node);
    const isText = !isScalar(node) || typeof node.value === 'string';
    return isText || node.source === undefined ? { value } : { value, written: node.source };
  }

  #placeOfNode(node: Node): Place {
    const [start, end] = rangeOf(node);
    return this.#place(start, end);
  }

  #reportNode(node: Node, words: Words): void {
    this.#report(this.#placeOfNode(node), words);
  }

  #report(place: Place, words: Words): void {
    this.faults.push({ ...place, severity: 'error', ...words });
  }
}

type Words = Pick<Fault, 'rule' | 'message' | 'hint' | 'fix'>;

function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null;
}

function rangeOf(node: Node): [number, number] {
  const range: Range = node.range ?? [0, 0, 0];
  return [range[0], range[1]];
}

function hasWidth(node: Node): boolean {
  const [start, end] = rangeOf(node);
  return end > start;
}

function describe(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}
