import type { DraftIssue } from '../draft-issue.ts';
import { findResidue } from './find-residue.ts';
import type { CallToAction } from './read-call.ts';
import { type ReadBlock, readCard } from './read-card.ts';
import { readEssay } from './read-essay.ts';
import { type Label, readLabel } from './read-label.ts';
import { type Line, type Remark, remark } from './remark.ts';

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
}

/**
 * Reads a newsletter as plain text, as it is copied out of a mail: a title, a subtitle, and blocks that open with
 * `open role: …`, `active candidate: …`, `penny for my thoughts: …`. Every line is kept to the character, but for the
 * signs of lists and headings and what a mail program leaves around it; what cannot be told for sure stays running text.
 */
export function readPlainText(text: string, newsletter: KnownNewsletter): PlainText {
  const all = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line, index): Line => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
  const residue = findResidue(all);
  const { head: whole, sections } = splitSections(residue.lines);
  const masthead = takeMasthead(whole, newsletter.name);
  const [title, subtitle, ...introduction] = whole.slice(masthead.length);
  const read = sections.map((section) => readSection(section, newsletter));
  const dropped = [...residue.dropped, ...masthead].toSorted((left, right) => left.line - right.line);
  const lines = [...whole.slice(masthead.length), ...sections.flatMap((section) => section.lines)];
  const guessed = [
    ...(title === undefined ? [] : [remark(title, 'the title')]),
    ...(subtitle === undefined ? [] : [remark(subtitle, 'the subtitle')]),
    ...read.flatMap((section) => section.guessed),
    ...lines.filter((line) => line.text.includes('{{')).map((line) => remark(line, tagAsText)),
  ];
  return {
    draft: {
      title: title?.text ?? 'TODO',
      ...(subtitle === undefined ? {} : { subtitle: subtitle.text }),
      introduction: introduction.map((line) => line.text),
      blocks: read.map(({ block }) => block),
    },
    lines: all.length,
    kept: all.length - dropped.length,
    guessed,
    dropped,
  };
}

const tagAsText = 'plain text: where you mean a merge tag, take the backslash in front of {{ out';

interface Section {
  readonly label: Label;
  readonly line: Line;
  readonly lines: readonly Line[];
}

function splitSections(lines: readonly Line[]): {
  readonly head: readonly Line[];
  readonly sections: readonly Section[];
} {
  const head: Line[] = [];
  const sections: (Section & { readonly lines: Line[] })[] = [];
  for (const line of lines) {
    const label = readLabel(line.text);
    if (label !== undefined) sections.push({ label, line, lines: [] });
    else (sections.at(-1)?.lines ?? head).push(line);
  }
  return { head, sections };
}

/** The first lines, as far as they say whose newsletter it is, and which issue; at least one line stays for the title. */
function takeMasthead(head: readonly Line[], name: string): readonly Remark[] {
  const own = plain(name);
  const isOwn = ({ text }: Line): boolean => {
    const said = plain(text);
    const rest = said.startsWith(own) ? said.slice(own.length).trim() : said;
    return rest === '' || /^(?:issue|edition|number|no|ausgabe|#) ?#?\d+$/.test(rest);
  };
  const end = head.findIndex((line) => !isOwn(line));
  return head
    .slice(0, Math.max(end, 0))
    .map((line) => remark(line, 'the name or the number of the newsletter'));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

function readSection({ label, line, lines }: Section, newsletter: KnownNewsletter): ReadBlock {
  const misspelt = label.isPlain ? [] : [remark(line, `the block ${label.name}`)];
  const { block, guessed } = readBlock(label, lines, newsletter);
  return { block, guessed: [...misspelt, ...guessed] };
}

function readBlock(label: Label, lines: readonly Line[], newsletter: KnownNewsletter): ReadBlock {
  if (label.name === 'penny for my thoughts') return readEssay(label, lines, newsletter.essayTitle);
  return readCard(label, lines, label.name === 'open role' ? newsletter.roleCta : newsletter.candidateCta);
}
