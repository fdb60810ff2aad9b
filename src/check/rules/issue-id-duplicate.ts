import type { WrittenBlock } from '../../issue/issue.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock } from '../sample.ts';

const apply = 'apply: mailto:hello@penny.example';

export const issueIdDuplicate: Rule = {
  name: 'issue/id-duplicate',
  severity: 'error',
  neverIgnored: true,
  what: 'Two roles, or two candidates, of one issue have the same `id`.',
  why: 'An id is what a role’s page and the code in a candidate’s replies are made of: nobody could tell the two apart.',
  fix: 'Give one of them another id, or leave the id out: then it is made for you.',
  samples: () => ({
    good: [
      sampleBlock(
        `---open role\ntitle: a\nid: x\n${apply}\n---\n\n- a\n\n---open role\ntitle: a\n${apply}\n---\n\n- a\n\n---active candidate\ntitle: b\nid: x\n---\n\n- b`,
      ),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---active candidate\ntitle: vp of sales\nid: c9\n---\n\n- a\n\n---active candidate\ntitle: head of sales\nid: c9\n---\n\n- b',
        ),
        finds: [
          {
            at: '16:5-16:7',
            message: '“c9” is the id of another block above',
            hint: 'write another one, or leave it out',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const seen = new Set<string>();
    for (const block of issue.blocks) {
      const id = idOf(block);
      if (id === undefined) continue;
      const key = `${block.kind} ${id}`;
      if (seen.has(key)) {
        yield {
          place: placeOfField(block, 'id'),
          message: `${quote(id)} is the id of another block above`,
          hint: 'write another one, or leave it out',
        };
      }
      seen.add(key);
    }
  },
};

function idOf({ fields }: WrittenBlock): string | undefined {
  return 'id' in fields ? fields.id : undefined;
}
