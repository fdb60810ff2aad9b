import type { BlockName, DraftBlock, DraftIssue } from '../draft-issue.ts';
import { findResidue } from './find-residue.ts';
import { dropRule, isRule } from './is-rule.ts';
import { placeNamedCalls } from './place-named-calls.ts';
import { type CallToAction, readNamedCall } from './read-call.ts';
import { type ReadBlock, readCard } from './read-card.ts';
import { readEssay } from './read-essay.ts';
import { readHead } from './read-head.ts';
import type { Label } from './read-label.ts';
import { readLines } from './read-lines.ts';
import { readItem } from './read-list.ts';
import { type Line, type Remark, remark } from './remark.ts';
import { type Card, splitCards } from './split-cards.ts';
import { splitSections } from './split-sections.ts';

/** What is known of the newsletter that a text belongs to. */
export interface KnownNewsletter {
  readonly name: string;
  /** The words of a call to action when nobody wrote them: then they need not stand in the file. */
  readonly roleCta: CallToAction;
  readonly candidateCta: CallToAction;
  readonly essayTitle: string;
}

export interface PlainText {
  readonly draft: Omit<DraftIssue, 'number' | 'date'>;
  /** Lines with text: all of them, and those that are in the draft. */
  readonly lines: number;
  readonly kept: number;
  /** What was taken for something that the text does not say plainly. */
  readonly guessed: readonly Remark[];
  /** Lines that are not in the draft. */
  readonly dropped: readonly Remark[];
  /** What the text speaks of and the draft has none of. */
  readonly notFound: readonly ('role' | 'candidate')[];
}

/**
 * Reads a newsletter as plain text, as it is copied out of a mail: a title, a subtitle, and blocks that open with
 * `open role: …`, `active candidate: …`, `penny for my thoughts: …`. Every line is kept to the character, but for the
 * signs of lists and headings and what a mail program leaves around it; what cannot be told for sure stays running text.
 */
export function readPlainText(text: string, newsletter: KnownNewsletter): PlainText {
  const quoted = unquote(readLines(text));
  const residue = findResidue(quoted.lines);
  const { head: whole, sections, unsure } = splitSections(residue.lines);
  const cards = placeNamedCalls(sections.flatMap(splitCards));
  const isMarkdown = sections.some(({ line }) => line.text.startsWith('#'));
  const head = readHead(whole, { newsletter: newsletter.name, isMarkdown });
  const read = cards.map((card, index) => readSection(card, cards[index + 1], newsletter));
  const dropped = [
    ...residue.dropped,
    ...head.dropped,
    ...read.flatMap((section) => section.dropped),
  ].toSorted((left, right) => left.line - right.line);
  const gone = new Set(dropped.map(({ line }) => line));
  const kept = quoted.lines.filter(({ number }) => !gone.has(number));
  const guessed = [
    ...quoted.guessed,
    ...head.guessed,
    ...unsure,
    ...read.flatMap((section) => section.guessed),
  ]
    .filter(({ line }) => !gone.has(line))
    .toSorted((left, right) => left.line - right.line);
  const labels = new Set(cards.map(({ line }) => line.number));
  const understood = new Set([...guessed.map(({ line }) => line), ...labels]);
  return {
    draft: {
      title: head.title ?? 'TODO',
      ...(head.subtitle === undefined ? {} : { subtitle: head.subtitle }),
      introduction: head.introduction,
      blocks: read.flatMap(({ block }) => block ?? []),
    },
    lines: quoted.lines.length,
    kept: kept.length,
    guessed: [
      ...guessed,
      ...kept.filter(hasTag).map((line) => remark(line, labels.has(line.number) ? tagInLabel : tagAsText)),
      ...kept
        .filter((line) => !understood.has(line.number) && isNamedCall(line))
        .map((line) => remark(line, namedCallAsText)),
      ...kept
        .filter((line) => !understood.has(line.number) && hasMarkup(line))
        .map((line) => remark(line, markupAsText)),
    ],
    dropped,
    notFound: findMissing(
      read.flatMap(({ block }) => block?.name ?? []),
      kept,
    ),
  };
}

/** Which of the two that readers come for is missing in a draft, though the text speaks of such. */
function findMissing(names: readonly BlockName[], kept: readonly Line[]): PlainText['notFound'] {
  const speaksOf = (words: RegExp): boolean => kept.some(({ text }) => words.test(text));
  const misses = (name: BlockName, words: RegExp): boolean => !names.includes(name) && speaksOf(words);
  return [
    ...(misses('open role', /\b(?:roles?|positions?|hiring|vacanc(?:y|ies)|apply)\b/i)
      ? (['role'] as const)
      : []),
    ...(misses('active candidate', /\b(?:candidates?|on the market|open to work)\b/i)
      ? (['candidate'] as const)
      : []),
  ];
}

/** A text of which every line begins with `>` is the quotation of a mail. */
function unquote(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly guessed: readonly Remark[];
} {
  const body = lines.slice(/^on .{6,80} wrote:$/i.test(lines[0]?.text ?? '') ? 1 : 0);
  const [first] = body;
  if (first === undefined || !body.every(({ text }) => text.startsWith('>'))) return { lines, guessed: [] };
  const unquoted = body.map(({ number, text }) => ({ number, text: text.replace(/^(?:> ?)+/, '').trim() }));
  return {
    lines: [...lines.slice(0, lines.length - body.length), ...unquoted.filter(({ text }) => text !== '')],
    guessed: [remark(first, 'quoted in a mail, as every line is')],
  };
}

const tagAsText = 'plain text: where you mean a merge tag, take the backslash in front of {{ out';
const tagInLabel = 'a merge tag does not work here: write the words themselves';
const markupAsText = 'plain text: its signs of markdown or HTML are shown as they stand';
const namedCallAsText =
  'text, though it reads like the link of a role: if it is one, write it there as apply:';

function isNamedCall(line: Line): boolean {
  return readNamedCall(readItem(line)?.text ?? line.text) !== undefined;
}

function hasTag({ text }: Line): boolean {
  return text.includes('{{');
}

function hasMarkup({ text }: Line): boolean {
  return /\*\*[^*]+\*\*|__[^_]+__|\[[^[\]]+\]\((?:https?|mailto):|^#{1,6} \S|<\/?[a-z][^<>@:]*>|<a [^<>]*>/i.test(
    text,
  );
}

/** A block, or nothing when its label only announces the ones below it. */
interface ReadSection {
  readonly block?: DraftBlock;
  readonly guessed: readonly Remark[];
  readonly dropped: readonly Remark[];
}

function readSection(
  { label, line, lines, guessed: parted }: Card,
  next: Card | undefined,
  newsletter: KnownNewsletter,
): ReadSection {
  const announces = label.title === '' && lines.length === 0 && next?.label.name === label.name;
  if (announces) return { guessed: [], dropped: [remark(line, 'a heading over the blocks below it')] };
  const opening =
    label.isPlain || parted.length > 0
      ? parted
      : [remark(line, `the block ${label.name}${listsSeveral(label) ? inOneLine : ''}`)];
  const { block, guessed, dropped } = readBlock(label, lines, newsletter);
  return { block, guessed: [...opening, ...guessed], dropped };
}

const inOneLine = ': the line names several, so write a block for each';

/** Whether the titles of several blocks stand in one line: `candidates: 1) VP Marketing 2) CFO`. */
function listsSeveral({ title }: Label): boolean {
  return /^1[.)] \S.* 2[.)] \S/.test(title);
}

function readBlock(label: Label, lines: readonly Line[], newsletter: KnownNewsletter): ReadBlock {
  if (label.name === 'penny for my thoughts') {
    // Between two paragraphs a rule may be meant; at the end it only parts this block from what followed.
    const end = lines.findLastIndex((line) => !isRule(line)) + 1;
    const { block, guessed } = readEssay(label, lines.slice(0, end), newsletter.essayTitle);
    return { block, guessed, dropped: lines.slice(end).map(dropRule) };
  }
  const usual = label.name === 'open role' ? newsletter.roleCta : newsletter.candidateCta;
  const card = readCard(
    label,
    lines.filter((line) => !isRule(line)),
    usual,
  );
  return { ...card, dropped: [...card.dropped, ...lines.filter(isRule).map(dropRule)] };
}
