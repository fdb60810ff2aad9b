import type { WrittenIssue } from '../../issue/issue.ts';
import type { Archive } from '../archive.ts';
import { placeOfField } from '../reading/field-place.ts';
import { openRolesOf, rolesOf } from '../roles/open-roles.ts';
import type { ArchiveRule } from '../rule.ts';
import { sampleBlock, sampleWorkspace } from '../sample.ts';

const filled = '---open role\ntitle: vp of sales\nstatus: filled\n---\n\n- series a';
const message = 'no role here is open, and there is nothing else to read';
const hint = 'add an open role, a candidate or an essay';

export const issueOnlyClosed: ArchiveRule = {
  name: 'issue/only-closed',
  severity: 'warning',
  comparing: true,
  what: 'Every role of the newest issue is filled, withdrawn or paused, and there is no candidate, no essay and no introduction.',
  why: 'Readers would open a mail in which nothing is left for them.',
  fix: 'Add an open role, a candidate or an essay, or open a role again.',
  samples: () => ({
    good: [
      sampleBlock(
        `${filled}\n\n---open role\ntitle: cro\napply: mailto:hello@penny.example\n---\n\n- series b`,
      ),
      sampleBlock(`${filled}\n\n---penny for my thoughts\n---\n\nwe filled it in nine days.`),
      sampleBlock(`we filled it in nine days, and take a break until january.\n\n${filled}`),
      sampleWorkspace({
        'issues/012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23', filled],
        'issues/013-b.md': ['title: b\nnumber: 13\ndate: 2026-11-30'],
      }),
    ],
    bad: [
      {
        sample: sampleBlock(filled),
        finds: [{ at: '9:9-9:15', message, hint }],
      },
      {
        sample: sampleBlock(
          '---open role\ntitle: cro\nstatus: paused\n---\n\n- series b\n\n---open role\ntitle: vp of sales\nstatus: withdrawn\n---\n\n- series a',
        ),
        finds: [{ at: '9:9-9:15', message, hint }],
      },
    ],
  }),
  *check({ issue, archive }) {
    const [first] = rolesOf(issue);
    if (first === undefined || openRolesOf(issue).length > 0) return;
    // A status that cannot be read may be meant as open.
    if (rolesOf(issue).some(({ fields }) => fields.status === undefined)) return;
    if (issue.introduction.children.length > 0 || issue.blocks.some(({ kind }) => kind !== 'openRole'))
      return;
    if (isPast(issue, archive)) return;
    yield { place: placeOfField(first, 'status'), message, hint };
  },
};

/** Roles of an issue that readers had long ago are closed one by one, and rightly. */
function isPast({ frontMatter }: WrittenIssue, { highestNumber }: Archive): boolean {
  const { number } = frontMatter.fields;
  return number !== undefined && highestNumber > number;
}
