import type { Paragraph } from 'mdast';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findInLines } from '../search/find-in-lines.ts';

/**
 * The last lines that mail programs and web mailers leave under a text that was copied out of them. One word counts
 * with its capital only, as on the button: in small letters it is the end of a wrapped sentence.
 */
const residue =
  /^(?:Reply(?: [Aa]ll)?|Forward|Unsubscribe|[Vv]iew (?:this email )?in (?:your )?browser|[Ss]ent from my (?:iPhone|iPad|Android.*|mobile.*)|[Gg]et Outlook for (?:iOS|Android))$/;

export const textReplyResidue: Rule = {
  name: 'text/reply-residue',
  severity: 'warning',
  what: 'The last line of a block is what a mail program leaves under a copied text: `Reply`, `Forward`, `Sent from my iPhone`.',
  why: 'It would be published as a part of your text.',
  fix: 'Delete the line.',
  samples: () => ({
    good: [
      sampleEssay('you can feel it.\n\nReply to me, and I’ll forward it.'),
      sampleEssay('Reply\n\nwas the word.'),
      sampleEssay('when they stop answering, the only way is\nforward'),
      sampleEssay('what do you do?\n\nreply.'),
    ],
    bad: [
      {
        sample: sampleEssay('they can feel it.\n\nReply'),
        finds: [
          {
            at: '12:1-12:6',
            message: '“Reply” looks left over from a mail program',
            hint: 'delete this line',
          },
        ],
      },
      {
        sample: sampleEssay('they can feel it.\nSent from my iPhone'),
        finds: [
          {
            at: '11:1-11:20',
            message: '“Sent from my iPhone” looks left over from a mail program',
            hint: 'delete this line',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const { body } of issue.blocks) {
      const last = body.children.at(-1);
      if (last?.type !== 'paragraph' || last.position === undefined) continue;
      const found = lastLine(last, lines);
      if (found === undefined || !residue.test(found.text)) continue;
      yield {
        place: found.place,
        message: `${quote(found.text)} looks left over from a mail program`,
        hint: 'delete this line',
      };
    }
  },
};

function lastLine({ position }: Paragraph, lines: readonly string[]) {
  if (position === undefined) return undefined;
  const { line, column } = position.end;
  const start = position.start.line === line ? position.start.column : 1;
  return findInLines(lines, { line, column: start, endLine: line, endColumn: column }, /\S(?:.*\S)?/g)[0];
}
