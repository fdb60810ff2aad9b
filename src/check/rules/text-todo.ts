import { languageOf } from '../reading/language-of.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay, sampleFrontMatter } from '../sample.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';

/** Whole words. Those that mean something in lower case in some language count in capitals only. */
const leftovers =
  /(?<![\p{L}\p{N}_/])(?:TODO|TBD|TK|XXX|[Ff][Ii][Xx][Mm][Ee]|(?:[Tt][Kk]){2,}|[Ll]orem [Ii]psum)(?![\p{L}\p{N}_])/gu;

/** Those that are words of a language in capitals, too: Spanish “todo”, and the name of a German health insurance. */
const ordinaryIn: Readonly<Record<string, string>> = { es: 'TODO', pt: 'TODO', gl: 'TODO', de: 'TK' };

const hint = 'finish this passage, or delete the word';

export const textTodo: Rule = {
  name: 'text/todo',
  severity: 'error',
  what: 'A word that marks unfinished text is left in a text, a title or the subject: TODO, TBD, TK, FIXME, XXX, lorem ipsum.',
  why: 'It was a promise to yourself; sent, everybody reads it.',
  fix: 'Finish the passage, or delete the word. Code between backquotes is left alone.',
  samples: () => ({
    good: [
      sampleEssay(
        'they know it all (“todo” in spanish), `TODO`, `TK` [www.penny.example, XXXL, TKO, <https://penny.example/TODO>, tbd',
      ),
      sampleFrontMatter('title: ¡TODO O NADA!\nlang: es-MX\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter('title: bei der TK\nlang: de\nnumber: 1\ndate: 2026-11-23'),
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
  }),
  *check(context) {
    const ordinary = ordinaryIn[languageOf(context)];
    for (const { text, place } of findInReadableText(context.issue, leftovers)) {
      if (text === ordinary) continue;
      yield { place, message: `“${text}” is left in the text`, hint };
    }
  },
};
