import { findNodes } from '../markdown/markdown-nodes.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

/** How markdown says the same, by tag. */
const markdownFor: Readonly<Record<string, string>> = {
  a: '[the words](https://…)',
  b: '**the words**',
  strong: '**the words**',
  i: '*the words*',
  em: '*the words*',
  del: '~~the words~~',
  s: '~~the words~~',
  img: '![what it shows](https://…)',
  br: 'a backslash at the end of the line',
  hr: '*** on a line of its own',
  li: '- at the start of the line',
};

export const textRawHtml: Rule = {
  name: 'text/raw-html',
  severity: 'warning',
  what: 'The text holds HTML, or something between angle brackets that reads as HTML.',
  why: 'HTML is not passed through: the tag is dropped, and what stands within a block of HTML goes with it.',
  fix: 'Say it in markdown; to show the characters themselves, put them between backquotes.',
  samples: () => ({
    good: [sampleEssay('write **bold**, `<b>`, 1 < 2 and <https://penny.example>\n\n    <p>code</p>')],
    bad: [
      {
        sample: sampleEssay('who <b>really</b> has control?\n\n<!-- ask again -->\n\nhi <first name>'),
        finds: [
          { at: '10:5-10:8', message: '“<b>” is HTML and will be dropped', hint: 'write **the words**' },
          { at: '12:1-12:19', message: 'this comment will be dropped', hint: 'delete it before sending' },
          {
            at: '14:4-14:16',
            message: '“<first name>” is HTML and will be dropped',
            hint: 'write it in markdown, or put backquotes around it to show it as it is',
          },
        ],
      },
      {
        sample: sampleEssay('either a<b or c>d, <a href="https://penny.example">a</a>'),
        finds: [
          {
            at: '10:9-10:17',
            message: '“<b or c>” is HTML and will be dropped',
            hint: 'write it in markdown, or put backquotes around it to show it as it is',
          },
          {
            at: '10:20-10:52',
            message: '“<a href="https://penny.example">” is HTML and will be dropped',
            hint: 'write [the words](https://…)',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const opened = new Set<string>();
    for (const { node, place } of findNodes(issue, 'html')) {
      const [, end, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(node.value) ?? [];
      // An element is told once, where it opens.
      if (end === '/' && opened.delete(name.toLowerCase())) continue;
      if (name !== '' && end === '') opened.add(name.toLowerCase());
      yield { place, ...judge(node.value) };
    }
  },
};

function judge(html: string): { message: string; hint: string } {
  const isComment = html.startsWith('<!--');
  if (isComment) return { message: 'this comment will be dropped', hint: 'delete it before sending' };
  const [tag = html] = /^<[^>]*>/.exec(html) ?? [];
  // `<b and c>` is no tag that somebody meant.
  const [, name = ''] = /^<\/?([a-z0-9]+)(?:\s*\/?>|\s[^>]*=)/i.exec(html) ?? [];
  const markdown = markdownFor[name.toLowerCase()];
  const other = 'write it in markdown, or put backquotes around it to show it as it is';
  return {
    message: `${quote(tag)} is HTML and will be dropped`,
    hint: markdown === undefined ? other : `write ${markdown}`,
  };
}
