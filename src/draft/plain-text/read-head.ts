import { endBeforeButtons } from './find-residue.ts';
import { dropRule, isRule } from './is-rule.ts';
import { withoutSigns } from './read-label.ts';
import { type Line, type Remark, remark } from './remark.ts';

/** What stands above the first block. */
export interface Head {
  readonly title?: string;
  readonly subtitle?: string;
  readonly introduction: readonly string[];
  readonly guessed: readonly Remark[];
  readonly dropped: readonly Remark[];
}

interface HeadContext {
  /** Its name. */
  readonly newsletter: string;
  /** Whether the labels of the blocks are headings of markdown: then the title is one, too. */
  readonly isMarkdown: boolean;
}

/** The first line is the title, the second one the subtitle, the others are the introduction. */
export function readHead(all: readonly Line[], { newsletter, isMarkdown: hasHeadings }: HeadContext): Head {
  const withoutRules = all.filter((line) => !isRule(line));
  const masthead = takeMasthead(withoutRules, newsletter);
  const below = withoutRules.slice(masthead.length);
  // Two lines stay for the title and the subtitle.
  const end = Math.max(endBeforeButtons(below), Math.min(2, below.length));
  const [title, subtitle, ...introduction] = below.slice(0, end);
  const isMarkdown = hasHeadings || /^#{1,6}\s/.test(title?.text ?? '');
  return {
    ...(title === undefined
      ? {}
      : {
          title: wordsOf(
            title,
            /^(?:\*\*|__)?(?:title|subject(?: line)?|headline):(?:\*\*|__)?\s*(?=\S)/i,
            isMarkdown,
          ),
        }),
    ...(subtitle === undefined
      ? {}
      : { subtitle: wordsOf(subtitle, /^(?:subtitle|preheader|preview(?: text)?):\s*(?=\S)/i, isMarkdown) }),
    introduction: introduction.map(({ text }) => text),
    guessed: [
      ...(title === undefined ? [] : [remark(title, 'the title')]),
      ...(subtitle === undefined ? [] : [remark(subtitle, 'the subtitle')]),
    ],
    dropped: [
      ...all.filter(isRule).map(dropRule),
      ...masthead.map((line) => remark(line, 'the name or the number of the newsletter')),
      ...below.slice(end).map((line) => remark(line, 'left over from a mail program')),
    ],
  };
}

/** Without the name of the field in front, and without signs of emphasis around the whole. */
function wordsOf({ text }: Line, field: RegExp, isMarkdown: boolean): string {
  const withoutField = withoutMarks(text, isMarkdown).replace(field, '').trim();
  // Here a merge tag would be filled in, and nobody said that it is one.
  return withoutMarks(withoutField, isMarkdown).replaceAll('{{', '\\{{');
}

function withoutMarks(text: string, isMarkdown: boolean): string {
  const isEmphasised = /^(\*\*|__|\*).+\1$/.test(text) && !text.includes(' *', 1);
  return isMarkdown || isEmphasised ? withoutSigns(text) : text;
}

/** The first lines, as far as they say whose newsletter it is, and which issue; at least one line stays for the title. */
function takeMasthead(head: readonly Line[], name: string): readonly Line[] {
  const own = plain(name);
  const isOwn = ({ text }: Line): boolean => {
    const said = plain(text);
    const rest = said.startsWith(own) ? said.slice(own.length).trim() : said;
    return rest === '' || /^(?:issue|edition|number|no|ausgabe|#) ?#?\d+$/.test(rest);
  };
  const end = head.findIndex((line) => !isOwn(line));
  return head.slice(0, Math.max(end, 0));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
