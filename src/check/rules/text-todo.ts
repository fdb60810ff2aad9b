import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findInLines } from '../find-in-lines.ts';
import { findNodes } from '../markdown-nodes.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay, sampleFrontMatter } from '../sample.ts';

/** Whole words. Those that mean something in lower case in some language count in capitals only. */
const leftovers =
  /(?<![\p{L}\p{N}_/])(?:TODO|TBD|TK|XXX|[Ff][Ii][Xx][Mm][Ee]|(?:[Tt][Kk]){2,}|[Ll]orem [Ii]psum)(?![\p{L}\p{N}_])/gu;

/** The fields that readers see. */
const shown = ['title', 'subtitle', 'subject', 'preheader', 'company', 'benefits', 'cta.lead', 'cta.label'];

const hint = 'finish this passage, or delete the word';

export const textTodo: Rule = {
  name: 'text/todo',
  severity: 'error',
  what: 'A word that marks unfinished text is left in a text, a title or the subject: TODO, TBD, TK, FIXME, XXX, lorem ipsum.',
  why: 'It was a promise to yourself; sent, everybody reads it.',
  fix: 'Finish the passage, or delete the word. Code between backquotes is left alone.',
  samples: {
    good: [
      sampleEssay(
        'they know it all (“todo” in spanish), `TODO`, `TK` [www.penny.example, XXXL, TKO, <https://penny.example/TODO>, tbd',
      ),
    ],
    bad: [
      {
        sample: sampleEssay(
          '- **TODO**: ask her\n- 15 years at 李 & TK\n  and lorem ipsum, {{firstName|TKTK}}',
        ),
        finds: [
          { at: '10:5-10:9', message: '“TODO” is left in the text', hint },
          { at: '11:19-11:21', message: '“TK” is left in the text', hint },
          { at: '12:7-12:18', message: '“lorem ipsum” is left in the text', hint },
          { at: '12:32-12:36', message: '“TKTK” is left in the text', hint },
        ],
      },
      {
        sample: sampleEssay('**TODO** TODO [www.penny.example'),
        finds: [
          { at: '10:3-10:7', message: '“TODO” is left in the text', hint },
          { at: '10:10-10:14', message: '“TODO” is left in the text', hint },
        ],
      },
      {
        sample: sampleFrontMatter(
          'title: two way street\nsubject: "TBD: two way street"\nnumber: 1\ndate: 2026-11-23',
        ),
        finds: [{ at: '3:11-3:14', message: '“TBD” is left in the text', hint }],
      },
    ],
  },
  *check({ issue }) {
    const lines = issue.source.split('\n');
    const spans = new Set([...placesOfLines(issue), ...placesOfText(issue)]);
    const matches = [...spans].flatMap((span) => findInLines(lines, span, leftovers));
    // A text without a place of its own has that of its paragraph, so one word can be met twice.
    const once = new Map(matches.map((match) => [`${match.place.line}:${match.place.column}`, match]));
    for (const { text, place } of once.values()) {
      yield { place, message: `“${text}” is left in the text`, hint };
    }
  },
};

function placesOfLines({ frontMatter, blocks }: WrittenIssue): Place[] {
  return [frontMatter, ...blocks].flatMap(({ places }) =>
    shown.flatMap((path) => places.get(path)?.value ?? []),
  );
}

/** The stretches of text, and the fallbacks of merge tags, that hold such a word. */
function placesOfText(issue: WrittenIssue): Place[] {
  return findNodes(issue, 'text', 'mergeTag').flatMap(({ node, place }) => {
    const text = node.type === 'text' ? node.value : (node.fallback ?? '');
    return text.search(leftovers) < 0 ? [] : [place];
  });
}
