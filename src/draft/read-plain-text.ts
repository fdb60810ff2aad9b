import { didYouMean } from '../source/did-you-mean.ts';
import type { DraftBlock, DraftIssue, DraftPart } from './draft-issue.ts';

/** What the words of a call to action are when nobody wrote them: then they need not stand in the file. */
export interface UsualWords {
  readonly roleCta: CallToAction;
  readonly candidateCta: CallToAction;
  readonly essayTitle: string;
}

interface CallToAction {
  readonly lead: string;
  readonly label: string;
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
}

/** Something about a line of the text, from 1. */
export interface Remark {
  readonly line: number;
  readonly text: string;
  readonly what: string;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

const names = ['open role', 'active candidate', 'penny for my thoughts'] as const;

/**
 * Reads a newsletter as plain text, as it is copied out of a mail: a title, a subtitle, and blocks that open with
 * `open role: …`, `active candidate: …`, `penny for my thoughts: …`. Every line is kept to the character, but for what
 * a mail program leaves at the end; what cannot be told for sure stays running text.
 */
export function readPlainText(text: string, usual: UsualWords): PlainText {
  const all = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line, index): Line => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
  const dropped = findResidue(all);
  const lines = all.slice(0, all.length - dropped.length);
  const [title, ...rest] = lines;
  const { head, sections } = splitSections(rest);
  const [subtitle, ...introduction] = head;
  const read = sections.map((section) => readSection(section, usual));
  const guessed = [
    ...(title === undefined ? [] : [remark(title, 'the title')]),
    ...(subtitle === undefined ? [] : [remark(subtitle, 'the subtitle')]),
    ...read.flatMap((section) => section.guessed),
  ];
  return {
    draft: {
      title: title?.text ?? '',
      ...(subtitle === undefined ? {} : { subtitle: subtitle.text }),
      introduction: introduction.map((line) => line.text),
      blocks: read.map(({ block }) => block),
    },
    lines: all.length,
    kept: lines.length,
    guessed,
    dropped,
  };
}

/** The last lines that a mail program leaves under a text that was copied out of it. */
const residue = /^(?:reply|reply all|forward|unsubscribe|view in browser)$/i;

function findResidue(lines: readonly Line[]): readonly Remark[] {
  const last = lines.findLastIndex(({ text }) => !residue.test(text));
  return lines.slice(last + 1).map((line) => remark(line, 'left over from a mail program'));
}

interface Section {
  readonly name: (typeof names)[number];
  readonly label: Line;
  /** What stands behind the colon, perhaps nothing. */
  readonly title: string;
  readonly lines: readonly Line[];
}

function splitSections(lines: readonly Line[]): {
  readonly head: readonly Line[];
  readonly sections: readonly Section[];
} {
  const head: Line[] = [];
  const sections: (Section & { readonly lines: Line[] })[] = [];
  for (const line of lines) {
    const opened = readLabel(line);
    if (opened !== undefined) sections.push({ ...opened, label: line, lines: [] });
    else (sections.at(-1)?.lines ?? head).push(line);
  }
  return { head, sections };
}

/** A label such as `open role: vp of sales`; a misspelt one counts, too, and is told. */
function readLabel({ text }: Line): Pick<Section, 'name' | 'title'> | undefined {
  const [, words, title = ''] = /^([^:]{4,30}):\s*(.*)$/.exec(text) ?? [];
  if (words === undefined) return undefined;
  const plain = words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const name =
    names.find((known) => known === plain) ?? names.find((known) => known === didYouMean(plain, names));
  return name === undefined ? undefined : { name, title };
}

interface ReadSection {
  readonly block: DraftBlock;
  readonly guessed: readonly Remark[];
}

function readSection(section: Section, usual: UsualWords): ReadSection {
  const misspelt = section.label.text.toLowerCase().startsWith(section.name)
    ? []
    : [remark(section.label, `the block ${section.name}`)];
  const read =
    section.name === 'penny for my thoughts' ? readEssay(section, usual) : readCard(section, usual);
  return { ...read, guessed: [...misspelt, ...read.guessed] };
}

/** A role or a candidate: one bullet a line, and perhaps a call to action as the last one. */
function readCard({ name, title, lines }: Section, usual: UsualWords): ReadSection {
  const call = lines.at(-1);
  const cta = call === undefined ? undefined : readCallToAction(call.text);
  const bullets = cta === undefined ? lines : lines.slice(0, -1);
  const usualCta = name === 'open role' ? usual.roleCta : usual.candidateCta;
  const isUsual = cta?.lead === usualCta.lead && cta.label === usualCta.label;
  return {
    block: {
      name,
      fields: { title, ...(cta === undefined || isUsual ? {} : { cta: { ...cta } }) },
      body: bullets.length === 0 ? [] : [{ kind: 'list', items: bullets.map(({ text }) => text) }],
    },
    guessed:
      call === undefined || cta === undefined ? [] : [remark(call, 'the call to action; its link is lost')],
  };
}

/** “interested? apply here” */
function readCallToAction(text: string): CallToAction | undefined {
  if (!/(?:apply here|email me)$/i.test(text) && !/^(?:interested\?|want to chat)/i.test(text))
    return undefined;
  const [, lead, label] = /^(.*\?)\s+(\S.*)$/.exec(text) ?? [];
  return lead === undefined || label === undefined ? undefined : { lead, label };
}

function readEssay({ label, title, lines }: Section, usual: UsualWords): ReadSection {
  // As it was typed: the colon is a part of it.
  const shown = title === '' ? label.text : title;
  const parts = joinLists(lines);
  return {
    block: {
      name: 'penny for my thoughts',
      fields: shown === usual.essayTitle ? {} : { title: shown },
      body: parts.map(({ part }) => part),
    },
    guessed: parts.flatMap(({ part, line }) => (part.kind === 'heading' ? [remark(line, 'a heading')] : [])),
  };
}

interface PlacedPart {
  readonly part: DraftPart;
  readonly line: Line;
}

/** Lines with a lead-in, two or more in a row, are a list; a few words with a colon are a heading. */
function joinLists(lines: readonly Line[]): readonly PlacedPart[] {
  const parts: PlacedPart[] = [];
  for (let index = 0; index < lines.length; ) {
    const run = countLeadIns(lines.slice(index));
    const line = lines[index];
    if (line === undefined) break;
    if (run > 1) {
      const items = lines.slice(index, index + run).map(({ text }) => text);
      parts.push({ part: { kind: 'list', items }, line });
      index += run;
      continue;
    }
    const kind = /^(?:\S+\s+){0,2}\S+:$/.test(line.text) ? 'heading' : 'paragraph';
    parts.push({ part: { kind, text: line.text }, line });
    index += 1;
  }
  return parts;
}

/** How many lines in a row begin like “ask great questions: …”. */
function countLeadIns(lines: readonly Line[]): number {
  const end = lines.findIndex(({ text }) => !/^(?:[^\s:]+\s+){0,4}[^\s:]+:\s+\S/.test(text));
  return end < 0 ? lines.length : end;
}

function remark({ number, text }: Line, what: string): Remark {
  return { line: number, text, what };
}
