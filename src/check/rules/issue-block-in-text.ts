import type { BlockKind, WrittenIssue } from '../../issue/issue.ts';
import { readBlockStart } from '../blocks/read-block-start.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import type { Rule, Trouble } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

const message = 'this reads like the start of a block, and is text';

export const issueBlockInText: Rule = {
  name: 'issue/block-in-text',
  severity: 'warning',
  what: 'A line of a block or of the introduction reads like the start of another block: `Active candidate 2: CFO`, `OPEN ROLES`.',
  why: 'A candidate would be published as a part of a role or of the introduction, and a role with another one’s link.',
  fix: 'Write `---open role`, `---active candidate` or `---penny for my thoughts` there, with `title:` below it and `---` below that.',
  samples: () => ({
    good: [
      sampleEssay(
        'an active candidate is hard to find, and open roles are everywhere.\n\nopen roles – all of them – are gone\n\nwhat is an open role?\n\n- open role\n- penny for my thoughts on that',
      ),
      sampleEssay(
        '### hiring managers:\n\nlisten.\n\n### candidates:\n\nlisten.\n\nrole: what they hire you for\n\n- candidate: be on time\n- open roles: they are few\n\nthere are so many\nopen roles\nout there',
      ),
      sampleEssay(
        'open role: whoever writes that should mean it, and should say for how long it will be one.',
      ),
      sampleBlock('---open role\ntitle: vp of sales\n---\n\n- role: player and coach\n- the candidate: you'),
      sampleBlock('---penny for my thoughts\n---\n\n## penny for my thoughts\n\n```\nOPEN ROLES\n```'),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\n---\n\n- series a\n\nActive candidate 2: CFO\n\n- **open role #2: head of cs**\n\n## 🔥 Open roles\n\nCandidate: RevOps leader',
        ),
        finds: [
          { at: '13:1-13:24', message, hint: 'write ---active candidate there' },
          { at: '15:1-15:31', message, hint: 'write ---open role there' },
          { at: '17:1-17:17', message, hint: 'write ---open role there' },
          { at: '19:1-19:25', message, hint: 'write ---active candidate there' },
        ],
      },
      {
        sample: sampleBlock(
          'hello.\n\nOPEN ROLES\nanother role: cfo\n\n---active candidate\ntitle: cfo\n---\n\n- 10 years\n\nPENNY FOR MY THOUGHTS',
        ),
        finds: [
          { at: '9:1-9:11', message, hint: 'write ---open role there' },
          { at: '10:1-10:18', message, hint: 'write ---open role there' },
          { at: '18:1-18:22', message, hint: 'write ---penny for my thoughts there' },
        ],
      },
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\n---\n\n- series a\n\nCandidates on the market: 1) VP Marketing 2) CFO 3) Head of People 4) Head of Customer Success\n\n4\\. Penny for my thoughts',
        ),
        finds: [
          { at: '13:1-13:95', message, hint: 'write ---active candidate there' },
          { at: '15:1-15:26', message, hint: 'write ---penny for my thoughts there' },
        ],
      },
      {
        sample: sampleEssay(
          'who knows?\n\n**Second open role:** head of cs\n\n> Active candidates:\n\n== OPEN ROLES ==',
        ),
        finds: [
          { at: '12:1-12:33', message, hint: 'write ---open role there' },
          { at: '14:1-14:21', message, hint: 'write ---active candidate there' },
          { at: '16:1-16:17', message, hint: 'write ---open role there' },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    yield* findStarts(lines, { ...issue, blocks: [] }, undefined);
    for (const { body, kind } of issue.blocks) {
      yield* findStarts(lines, { ...issue, introduction: body, blocks: [] }, kind);
    }
  },
};

/** What is found in the text of one block, or of the introduction. */
function* findStarts(
  lines: readonly string[],
  text: WrittenIssue,
  kind: BlockKind | undefined,
): Iterable<Trouble> {
  for (const { place } of findNodes(text, 'paragraph', 'heading')) {
    for (let line = place.line; line <= place.endLine; line += 1) {
      const written = lines[line - 1] ?? '';
      const name = readBlockStart(written, { kind, isFirst: line === place.line });
      if (name === undefined) continue;
      yield {
        place: { line, column: 1, endLine: line, endColumn: written.length + 1 },
        message,
        hint: `write ---${name} there`,
      };
    }
  }
}
