import type { Archive } from '../archive.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { slugOf } from '../reading/slug-of.ts';
import type { ArchiveRule } from '../rule.ts';
import { sampleWorkspace } from '../sample.ts';

export const issueSlugDuplicate: ArchiveRule = {
  name: 'issue/slug-duplicate',
  severity: 'error',
  comparing: true,
  neverIgnored: true,
  what: 'Two issues have the same slug: their own, or the one that the file’s name gives.',
  why: 'The slug is the address of the page, so one issue would take the other’s place on the site.',
  fix: 'Give the later file another `slug`, or another name if it was never sent.',
  samples: () => ({
    good: [
      sampleWorkspace({
        'issues/012-counter-offers.md': ['title: counter offers\nnumber: 12\ndate: 2026-11-23'],
        'issues/013-counter-offers.md': [
          'title: counter offers\nnumber: 13\ndate: 2026-11-30\nslug: counter-offers-again',
        ],
      }),
    ],
    bad: [
      {
        sample: sampleWorkspace({
          'issues/012-counter-offers.md': ['title: counter offers\nnumber: 12\ndate: 2026-11-23'],
          'issues/013-offers.md': [
            'title: counter offers\nnumber: 13\ndate: 2026-11-30\nslug: counter-offers',
          ],
          'issues/014-counter-offers.md': ['title: counter offers\nnumber: 14\ndate: 2026-12-07'],
        }),
        finds: [
          {
            file: 'issues/013-offers.md',
            at: '5:7-5:21',
            message: '“counter-offers” is already the slug of issues/012-counter-offers.md',
            hint: 'write another one, such as slug: counter-offers-2',
          },
          {
            file: 'issues/014-counter-offers.md',
            at: '1:1-1:4',
            message: '“counter-offers” is already the slug of issues/012-counter-offers.md',
            hint: 'write another one, such as slug: counter-offers-2',
          },
        ],
      },
    ],
  }),
  *check({ issue, archive: { bySlug } }) {
    const slug = slugOf(issue);
    const earlier = bySlug.get(slug)?.find((other) => other.file < issue.file);
    if (earlier === undefined) return;
    yield {
      place: placeOfField(issue.frontMatter, 'slug'),
      message: `${quote(slug)} is already the slug of ${earlier.file}`,
      hint: `write another one, such as slug: ${firstFree(slug, bySlug)}`,
    };
  },
};

function firstFree(slug: string, taken: Archive['bySlug'], number = 2): string {
  const wanted = `${slug}-${number}`;
  return taken.has(wanted) ? firstFree(slug, taken, number + 1) : wanted;
}
