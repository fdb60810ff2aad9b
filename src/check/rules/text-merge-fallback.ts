import { checkMergeTag, fallbacks, readMergeTag } from '../../issue/merge-tag.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay, sampleFrontMatter } from '../sample.ts';
import { findInLines } from '../search/find-in-lines.ts';

export const textMergeFallback: Rule = {
  name: 'text/merge-fallback',
  severity: 'warning',
  what: 'A merge tag has no fallback.',
  why: 'One subscriber whose value is not known is enough to stop the whole mailing; on the page, where nobody is known, the tag leaves a hole.',
  fix: 'Write a fallback behind a bar, such as `{{firstName|there}}`. `{{email}}` needs none: everybody has one.',
  samples: () => ({
    good: [
      sampleEssay('hi {{firstName|there}}, this goes to {{email}}; \\{{name}} and `{{name}}` are no tags'),
      sampleFrontMatter(
        'title: a\nsubject: "{{ firstName | you }}, a two way street?"\nnumber: 1\ndate: 2026-11-23',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('hi {{firstName}}, how is {{ fields.city }}?'),
        finds: [
          {
            at: '10:4-10:17',
            message: 'this stops the mailing when somebody’s firstName is not known',
            hint: 'write a fallback: {{firstName|there}}',
          },
          {
            at: '10:26-10:43',
            message: 'this stops the mailing when somebody’s fields.city is not known',
            hint: 'write a fallback: {{fields.city|your city}}',
          },
        ],
      },
      {
        sample: sampleFrontMatter('title: a\nsubject: "for {{name}}"\nnumber: 1\ndate: 2026-11-23'),
        finds: [
          {
            at: '3:15-3:23',
            message: 'this stops the mailing when somebody’s name is not known',
            hint: 'write a fallback: {{name|you}}',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { node, place } of findNodes(issue, 'mergeTag')) {
      if (stopsMailing(node)) yield { place, ...describe(node.tag) };
    }
    const lines = issue.source.split('\n');
    for (const field of ['title', 'subtitle', 'subject', 'preheader']) {
      if (!issue.frontMatter.places.has(field)) continue;
      const value = placeOfField(issue.frontMatter, field);
      for (const { text, place } of findInLines(lines, value, /(?<!\\)\{\{[^{}|]*\}\}/g)) {
        const tag = readMergeTag(text.slice(2, -2));
        if (stopsMailing(tag)) yield { place, ...describe(tag.tag) };
      }
    }
  },
};

/** One that does not exist has a finding of its own. */
function stopsMailing(mergeTag: ReturnType<typeof readMergeTag>): boolean {
  const { tag, fallback } = mergeTag;
  return fallback === undefined && tag !== 'email' && checkMergeTag(mergeTag) === undefined;
}

function describe(tag: string): { readonly message: string; readonly hint: string } {
  const fallback = fallbacks[tag] ?? `your ${tag.replace(/^fields\./, '')}`;
  return {
    message: `this stops the mailing when somebody’s ${tag} is not known`,
    hint: `write a fallback: {{${tag}|${fallback}}}`,
  };
}
