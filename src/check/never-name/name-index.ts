import { digraphs, type FoldedText, hasNoSpaces } from './fold-text.ts';
import type { NeverName, NeverNameList } from './never-name-list.ts';
import { andSign, gap, joinsShortNames, spellTerm, wordStart } from './spell-term.ts';

/** What is looked for: a term of an entry, or a phrase in which the entry allows it. */
export interface Sought {
  readonly entry: NeverName;
  readonly isAllowed: boolean;
  /** Whether it is found only as whole words. */
  readonly isWord: boolean;
  /** Whether a word is found with more written on to it; `young & co` is no part of `young-companies`. */
  readonly mayGoOn: boolean;
}

/** Where something that is sought stands: indexes of folded letters, the end exclusive. */
export interface Occurrence {
  readonly sought: Sought;
  readonly first: number;
  readonly after: number;
}

/** A letter further in spellings that start alike. */
interface Branch {
  readonly next: Map<string, Branch>;
  readonly sought: Sought[];
}

/** All spellings of a list as one tree, so that a text is read once, however long the list is. */
export type NameIndex = Branch;

const indexes = new WeakMap<NeverNameList, NameIndex>();

/** The index of a list; made once. */
export function indexOf(list: NeverNameList): NameIndex {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const root = createBranch();
  for (const entry of list) {
    for (const term of entry.terms) {
      const isWord = entry.match === 'word' && !hasNoSpaces.test(term);
      plant(root, term, { entry, isAllowed: false, isWord, mayGoOn: !joinsShortNames(term) });
    }
    for (const phrase of entry.allow)
      plant(root, phrase, { entry, isAllowed: true, isWord: false, mayGoOn: false });
  }
  indexes.set(list, root);
  return root;
}

function createBranch(): Branch {
  return { next: new Map(), sought: [] };
}

function plant(root: Branch, term: string, sought: Sought): void {
  for (const spelling of spellTerm(term)) {
    let branch = root;
    for (const step of spelling) {
      const next = branch.next.get(step) ?? createBranch();
      branch.next.set(step, next);
      branch = next;
    }
    // What has no letter would be found everywhere.
    if (branch !== root) branch.sought.push(sought);
  }
}

/** Everything in a text that is sought, in the order of its start. */
export function findSought(index: NameIndex, text: FoldedText): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let first = 0; first < text.letters.length; first += 1) {
    if (!index.next.has(text.letters.charAt(first)) && text.digraphs[first] === 0) continue;
    follow(index, { text, at: first, mayHaveInitial: true }, (sought, after) =>
      found.push({ sought, first, after }),
    );
  }
  return found;
}

interface Position {
  readonly text: FoldedText;
  readonly at: number;
  readonly mayHaveInitial: boolean;
}

function follow(branch: Branch, position: Position, report: (sought: Sought, after: number) => void): void {
  const { text, at, mayHaveInitial } = position;
  for (const sought of branch.sought) report(sought, at);
  const behindGap = branch.next.get(gap);
  if (behindGap !== undefined) {
    follow(behindGap, position, report);
    if (mayHaveInitial && isInitial(text, at))
      follow(behindGap, { text, at: at + 1, mayHaveInitial: false }, report);
  }
  if (branch.next.size === 0 || at === text.letters.length) return;
  const behindSign = text.joins[at] === 1 ? branch.next.get(andSign) : undefined;
  if (behindSign !== undefined) follow(behindSign, position, report);
  const atWord = text.opens[at] === 1 ? branch.next.get(wordStart) : undefined;
  if (atWord !== undefined) follow(atWord, position, report);
  for (const step of [text.letters.charAt(at), digraphs[text.digraphs[at] ?? 0]]) {
    const next = branch.next.get(step ?? '');
    if (next !== undefined) follow(next, { text, at: at + 1, mayHaveInitial }, report);
  }
}

/** The P of `Jane P. Quimby`: a letter that is a word. */
function isInitial({ letters, opens }: FoldedText, at: number): boolean {
  const isAlone = opens[at] === 1 && (at + 1 === letters.length || opens[at + 1] === 1);
  return isAlone && /^\p{L}$/u.test(letters.charAt(at));
}
