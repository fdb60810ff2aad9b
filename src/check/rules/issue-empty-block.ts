import type { WrittenBlock } from '../../issue/issue.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock } from '../sample.ts';

/** What tells readers something about a role or a candidate where there is no text. */
const telling = [
  'company',
  'location',
  'workplace',
  'employment',
  'pay',
  'benefits',
  'available',
  'payWanted',
];

const names = { openRole: 'open role', activeCandidate: 'active candidate', essay: 'essay' } as const;

const hint = 'write a line or more under the --- that closes its fields, or delete the block';

export const issueEmptyBlock: Rule = {
  name: 'issue/empty-block',
  severity: 'warning',
  what: 'A block has no text, and a role or candidate no other facts either: it would be a heading over nothing.',
  why: 'Readers cannot tell whether it is for them.',
  fix: 'Write at least one line under the block’s YAML, or delete the block.',
  samples: () => ({
    good: [
      sampleBlock(
        '---open role\ntitle: legal specialist\napply: mailto:hello@penny.example\npay: CHF 10,000 per month\n---',
      ),
      sampleBlock('---penny for my thoughts\n---\n\nwho really has control?'),
    ],
    bad: [
      {
        sample: sampleBlock('---active candidate\ntitle: vp of sales\n---\n\n---penny for my thoughts\n---'),
        finds: [
          { at: '7:1-7:20', message: 'this active candidate has no text', hint },
          { at: '11:1-11:25', message: 'this essay has no text', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const block of issue.blocks) {
      if (!isEmpty(block)) continue;
      yield {
        place: placeOfField(block, ''),
        message: `this ${names[block.kind]} has no text`,
        hint,
      };
    }
  },
};

/** Comments and link definitions leave nothing to read; of other HTML it is said that it will be dropped. */
function isEmpty({ body, places }: WrittenBlock): boolean {
  const hasText = body.children.some(
    (node) => (node.type !== 'html' || !node.value.startsWith('<!--')) && node.type !== 'definition',
  );
  return !hasText && !telling.some((field) => places.has(field));
}
