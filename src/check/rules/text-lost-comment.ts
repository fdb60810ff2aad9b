import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';
import { shownFields } from '../search/stretches.ts';

const hint = 'put the whole text into "quotation marks" if that is a part of it';

export const textLostComment: Rule = {
  name: 'text/lost-comment',
  severity: 'warning',
  what: 'Behind a text in the fields stands a `#` with a word right after it: for YAML a comment starts there.',
  why: 'What follows is not published, and nothing else would tell you.',
  fix: 'Put the whole text into quotation marks. A comment has a space behind its `#`.',
  samples: () => ({
    good: [
      sampleFrontMatter('title: a two way street # for now\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter('title: "we are #1"\nnumber: 1 #first\ndate: 2026-11-23'),
      sampleFrontMatter("title: c#\nsubtitle: 'a #b'\nnumber: 1\ndate: 2026-11-23"),
    ],
    bad: [
      {
        sample: sampleFrontMatter('title: why we are #1 in sales\nnumber: 1\ndate: 2026-11-23'),
        finds: [{ at: '2:19-2:30', message: '“#1 in sales” is a comment, and is not shown', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const { endLine: line, endColumn } of textValues(issue)) {
      const rest = (lines[line - 1] ?? '').slice(endColumn - 1);
      const [, space = '', lost = ''] = /^(\s+)(#[^\s#].*?)\s*$/.exec(rest) ?? [];
      if (lost === '') continue;
      const column = endColumn + space.length;
      const place = { line, column, endLine: line, endColumn: column + lost.length };
      yield { place, message: `${quote(lost)} is a comment, and is not shown`, hint };
    }
  },
};

/** Where the texts that readers see stand in the fields: only they can lose a part. */
function textValues({ frontMatter, blocks }: WrittenIssue): readonly Place[] {
  return [frontMatter, ...blocks].flatMap(({ places }) =>
    shownFields.flatMap((field) => places.get(field)?.value ?? []),
  );
}
