import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { fillSlots } from '../../delivery/personalise.ts';
import type { Recipient } from '../../delivery/recipient.ts';
import { countWords } from '../../issue/count-words.ts';
import type { Block, Issue } from '../../issue/issue.ts';
import type { Letter, LetterDetails, LetterTag } from '../../preview/letter.ts';
import type { Edition, Slot, Slotted } from '../../render/edition.ts';
import { readingMinutes } from '../../render/reading-minutes.ts';
import type { Settings } from '../../workspace/workspace.ts';
import { listLinks } from './list-links.ts';

interface WrittenLetter extends Pick<Letter, 'html' | 'text'> {
  readonly message: Uint8Array;
  readonly issue: Issue;
  readonly edition: Edition;
  readonly recipient: Recipient;
  readonly settings: Settings;
}

/** What is to be known of a letter beyond how it looks. */
export function describeLetter(letter: WrittenLetter): LetterDetails {
  const { issue, html, text, message, settings } = letter;
  const countBlocks = (kind: Block['kind']): number =>
    issue.blocks.filter((block) => block.kind === kind).length;
  return {
    replyTo: settings.sender.replyTo,
    listHeaders: listHeadersOf(message),
    words: countWords(wordsOf(issue)),
    minutes: readingMinutes(issue),
    roles: countBlocks('openRole'),
    candidates: countBlocks('activeCandidate'),
    links: listLinks(html),
    htmlBytes: Buffer.byteLength(html),
    textBytes: Buffer.byteLength(text),
    tags: describeTags(letter),
  };
}

function wordsOf({ introduction, blocks }: Issue): string {
  const pieces = [introduction, ...blocks.flatMap(piecesOf)];
  return pieces.map((piece) => textOf(piece, { includeImageAlt: false })).join('\n');
}

function piecesOf(block: Block): readonly (Root | RootContent)[] {
  return block.kind === 'essay' ? block.parts.flatMap(({ children }) => children) : [block.body];
}

/** As they stand in the message itself; no value of theirs is folded. */
function listHeadersOf(message: Uint8Array): LetterDetails['listHeaders'] {
  const [head = ''] = Buffer.from(message).toString('latin1').split('\r\n\r\n', 1);
  return Array.from(head.matchAll(/^(List-[\w-]+): (.*)$/gm), ([, name = '', value = '']) => ({
    name,
    value: value.trim(),
  }));
}

/** The author's own tags, each with its fallback once; how to leave the list is no tag of theirs. */
function describeTags({ edition, recipient, settings }: WrittenLetter): readonly LetterTag[] {
  const parts: readonly (readonly [string, Slotted])[] = [
    ['subject', edition.subject],
    ['preheader', edition.preheader ?? []],
    ['email', edition.html],
    ['text', edition.text],
  ];
  const found = parts.flatMap(([part, slotted]) =>
    slotted.filter(isTag).map((slot) => ({ part, slot, key: JSON.stringify([slot.tag, slot.fallback]) })),
  );
  return Array.from(Map.groupBy(found, ({ key }) => key).values(), (uses) => {
    const { slot } = uses[0] ?? { slot: { tag: '' } };
    return {
      ...slot,
      parts: [...new Set(uses.map(({ part }) => part))],
      value: fillSlots([slot], recipient, { url: settings.url, escape: 'none' }),
    };
  });
}

function isTag(part: string | Slot): part is Slot {
  return typeof part !== 'string' && part.tag !== 'unsubscribeUrl';
}
