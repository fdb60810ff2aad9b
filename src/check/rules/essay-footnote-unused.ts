import { sectionsOf } from '../links/sections.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

export const essayFootnoteUnused: Rule = {
  name: 'essay/footnote-unused',
  severity: 'note',
  what: 'A footnote such as `[^1]: …` is written, and nothing in its block refers to it, or another one has its sign.',
  why: 'It is not published: readers never see it.',
  fix: 'Write its `[^1]` where it belongs, give it a sign of its own, or delete the footnote.',
  samples: () => ({
    good: [
      sampleEssay(
        'yes[^1], and no[^Why].\n\n[^1]: mostly\n\n[^why]: `[^2]: code`\n\n[3]: https://penny.example',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('candidates have the upper hand.\n\n[^1]: top tier ones, that is.'),
        finds: [
          {
            at: '12:1-12:5',
            message: 'nothing in this block refers to this footnote',
            hint: 'write [^1] where it belongs, or delete the footnote',
          },
        ],
      },
      {
        sample: sampleEssay('yes[^1], no[^1].\n\n[^1]: mostly\n\n> [^1]: never'),
        finds: [
          {
            at: '14:3-14:7',
            message: '[^1] is the footnote in line 12 already',
            hint: 'give this one a sign of its own, or delete it',
          },
        ],
      },
      {
        sample: sampleBlock(
          'yes.[^a]\n\n[^a]: 1\n\n---penny for my thoughts\n---\n\nno.\n\n[^a]: 2\n\n[^b]: 3[^c]',
        ),
        finds: [
          {
            at: '16:1-16:5',
            message: 'nothing in this block refers to this footnote',
            hint: 'write [^a] where it belongs, or delete the footnote',
          },
          {
            at: '18:1-18:5',
            message: 'nothing in this block refers to this footnote',
            hint: 'write [^b] where it belongs, or delete the footnote',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const section of sectionsOf(issue)) {
      const used = new Set(findNodes(section, 'footnoteReference').map(({ node }) => node.identifier));
      const lines = new Map<string, number>();
      for (const { node, place } of findNodes(section, 'footnoteDefinition')) {
        const sign = `[^${node.label ?? node.identifier}]`;
        const line = lines.get(node.identifier);
        lines.set(node.identifier, line ?? place.line);
        const trouble = judge(sign, { isUsed: used.has(node.identifier), line });
        if (trouble === undefined) continue;
        yield { place: { ...place, endLine: place.line, endColumn: place.column + sign.length }, ...trouble };
      }
    }
  },
};

/** `line` is that of an earlier footnote with the same sign. */
function judge(
  sign: string,
  { isUsed, line }: { readonly isUsed: boolean; readonly line: number | undefined },
): { message: string; hint: string } | undefined {
  if (line !== undefined) {
    return {
      message: `${sign} is the footnote in line ${line} already`,
      hint: 'give this one a sign of its own, or delete it',
    };
  }
  if (isUsed) return undefined;
  return {
    message: 'nothing in this block refers to this footnote',
    hint: `write ${sign} where it belongs, or delete the footnote`,
  };
}
