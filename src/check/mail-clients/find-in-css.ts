import postcss, {
  type AtRule,
  type ChildNode,
  type Container,
  CssSyntaxError,
  type Declaration,
  type Rule,
} from 'postcss';
import { quote } from '../reading/quote.ts';
import { clientsWithout } from './clients-without.ts';
import type { CssPiece } from './css-pieces.ts';
import { type CssUse, cssUses } from './css-uses.ts';
import type { Discovery } from './discovery.ts';
import { mailClientRules } from './mail-client-rules.ts';

/** Everything in a piece of CSS that a widely read mail client does not do and the letter suffers from. */
export function findInCss(piece: CssPiece): readonly Discovery[] {
  const root = parse(piece);
  if ('rule' in root) return [root];
  return [...blocksIn(root)].flatMap((block) => [
    ...findInDeclarations(block, piece),
    ...(block.node.nodes ?? []).flatMap((node) => findInRule(node, piece)),
  ]);
}

function parse(piece: CssPiece): Container | Discovery {
  try {
    return postcss.parse(piece.css);
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    return describeFault(error, piece);
  }
}

function describeFault(
  { reason, line = 1, column = 1 }: CssSyntaxError,
  { css, start }: CssPiece,
): Discovery {
  const lineStart = css.split('\n', line - 1).reduce((length, { length: more }) => length + more + 1, 0);
  const at = start + lineStart + column - 1;
  return {
    rule: mailClientRules.template,
    start: at,
    end: at + 1,
    message: `this style cannot be read: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    hint: 'write “property: value;”, and close every { and every quote',
  };
}

interface Block {
  readonly node: Container;
  /** It stands under a condition such as @media, or in @font-face: by its nature it comes on top of the rest. */
  readonly isExtra: boolean;
}

/** Without recursion: a style sheet can be nested deeper than the stack is. */
function* blocksIn(root: Container): Generator<Block> {
  const waiting: Block[] = [{ node: root, isExtra: false }];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    yield block;
    for (const node of block.node.nodes ?? []) {
      if (node.type === 'rule') waiting.push({ node, isExtra: block.isExtra });
      if (node.type === 'atrule') waiting.push({ node, isExtra: true });
    }
  }
}

function findInRule(node: ChildNode, piece: CssPiece): Discovery[] {
  if (node.type !== 'rule' && node.type !== 'atrule') return [];
  if (node.type === 'atrule' && node.name.toLowerCase() === 'import') return [describeImport(node, piece)];
  const isNested = node.parent?.type === 'rule' && piece.kind !== 'inlined';
  return isNested ? describeNesting(node, piece) : [];
}

function describeImport(node: AtRule, piece: CssPiece): Discovery {
  return {
    rule: mailClientRules.templateScript,
    ...spanOf(node, piece),
    message: 'most mail programs fetch no style sheet',
    hint: 'copy its rules into head.css or inline.css, and take the @import out',
  };
}

function describeNesting(node: Rule | AtRule, piece: CssPiece): Discovery[] {
  const lacking = clientsWithout({ feature: 'css-nesting' }, hiddenFrom(piece));
  if (lacking === undefined) return [];
  const { start } = spanOf(node, piece);
  const name = node.type === 'rule' ? node.selector : `@${node.name}`;
  return [
    {
      rule: mailClientRules.unsupportedCss,
      start,
      end: start + name.length,
      message: `a rule within a rule does not work in ${lacking}`,
      hint: 'write it on its own, with its whole selector',
    },
  ];
}

function findInDeclarations({ node, isExtra }: Block, piece: CssPiece): Discovery[] {
  const declarations = (node.nodes ?? []).filter((child) => child.type === 'decl');
  const lacks = declarations.map((declaration) => findLack(declaration, piece));
  const plain = firstOfEach(declarations.filter((_, index) => lacks[index] === undefined));
  return declarations.flatMap((declaration, index) => {
    const lack = lacks[index];
    if (lack === undefined) return [];
    const { use, clients } = lack;
    const isMadeUp =
      isExtra ||
      isBefore(plain.get(nameOf(declaration)), declaration) ||
      use.madeUpBy?.some((property) => plain.has(property)) === true ||
      (use.madeUpBy !== undefined && piece.onColour === true);
    if (isMadeUp && use.dropsAll !== true) return [];
    const subject = quote(`${declaration.prop}: ${declaration.value}`);
    const message = `${subject} does not work in ${clients}`;
    return [{ rule: mailClientRules.unsupportedCss, ...spanOf(declaration, piece), message, hint: use.hint }];
  });
}

/** The first declaration of each property. */
function firstOfEach(declarations: readonly Declaration[]): ReadonlyMap<string, Declaration> {
  return new Map(declarations.toReversed().map((declaration) => [nameOf(declaration), declaration]));
}

function isBefore(first: Declaration | undefined, second: Declaration): boolean {
  return (first?.source?.start?.offset ?? Infinity) < (second.source?.start?.offset ?? 0);
}

interface Lack {
  readonly use: CssUse;
  readonly clients: string;
}

function findLack(declaration: Declaration, piece: CssPiece): Lack | undefined {
  for (const use of cssUses) {
    if (!fits(use, declaration) || (use.inlinedAway === true && piece.kind === 'inlined')) continue;
    const clients = clientsWithout(use, hiddenFrom(piece));
    if (clients !== undefined) return { use, clients };
  }
  return undefined;
}

/** Mail clients read CSS in any case. */
function fits({ property, value, selector }: CssUse, declaration: Declaration): boolean {
  const { parent } = declaration;
  return (
    property.test(nameOf(declaration)) &&
    (value?.test(declaration.value.toLowerCase()) ?? true) &&
    (selector === undefined || (parent?.type === 'rule' && selector.test(parent.selector.toLowerCase())))
  );
}

function nameOf({ prop }: Declaration): string {
  return prop.toLowerCase();
}

function hiddenFrom({ hiddenFromOutlook }: CssPiece): 'outlook/windows' | undefined {
  return hiddenFromOutlook === true ? 'outlook/windows' : undefined;
}

/** The semicolon at the end of a declaration is not part of it. */
function spanOf({ source }: ChildNode, { css, start }: CssPiece): { start: number; end: number } {
  const from = source?.start?.offset ?? 0;
  const to = source?.end?.offset ?? from;
  return { start: start + from, end: start + from + css.slice(from, to).replace(/[\s;]+$/, '').length };
}
