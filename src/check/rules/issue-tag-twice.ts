import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';

export const issueTagTwice: Rule = {
  name: 'issue/tag-twice',
  severity: 'note',
  what: 'A tag stands in the list twice.',
  why: 'One of the two was meant to be another one.',
  fix: 'Write the tag that you meant, or take it out.',
  samples: () => ({
    good: [sampleFrontMatter('title: a\nnumber: 1\ndate: 2026-11-23\ntags: [hiring, hiring-managers]')],
    bad: [
      {
        sample: sampleFrontMatter('title: a\nnumber: 1\ndate: 2026-11-23\ntags: [hiring, sales, hiring]'),
        finds: [{ at: '5:23-5:29', message: '“hiring” stands here twice', hint: 'take one of them out' }],
      },
    ],
  }),
  *check({ issue: { frontMatter } }) {
    const tags = frontMatter.fields.tags ?? [];
    for (const [index, tag] of tags.entries()) {
      if (tags.indexOf(tag) === index) continue;
      yield {
        place: placeOfField(frontMatter, `tags.${index}`),
        message: `${quote(tag)} stands here twice`,
        hint: 'take one of them out',
      };
    }
  },
};
