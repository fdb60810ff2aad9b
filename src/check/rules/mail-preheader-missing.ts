import { placeOfField } from '../reading/field-place.ts';
import { preheaderOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';

export const mailPreheaderMissing: Rule = {
  name: 'mail/preheader-missing',
  severity: 'note',
  what: 'There is neither a `subtitle` nor a `preheader`.',
  why: 'Inboxes show a line beside the subject; without one they take whatever words come first.',
  fix: 'Add `subtitle:`, which the page shows too, or `preheader:`, which only inboxes show.',
  samples: () => ({
    good: [
      sampleFrontMatter('title: a\nnumber: 1\ndate: 2026-11-23\nsubtitle: who has control?'),
      sampleFrontMatter('title: a\nnumber: 1\ndate: 2026-11-23\npreheader: who has control?'),
    ],
    bad: [
      {
        sample: sampleFrontMatter('title: are interviews a two way street?\nnumber: 1\ndate: 2026-11-23'),
        finds: [
          {
            at: '1:1-1:4',
            message: 'there is nothing for inboxes to show beside the subject',
            hint: 'add subtitle: or preheader:, one line of at most 120 characters',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const { places } = issue.frontMatter;
    // Front matter without a title is not there, or broken: that comes first.
    if (!places.has('title')) return;
    if (preheaderOf(issue) !== undefined || places.has('preheader') || places.has('subtitle')) return;
    yield {
      place: placeOfField(issue.frontMatter, ''),
      message: 'there is nothing for inboxes to show beside the subject',
      hint: 'add subtitle: or preheader:, one line of at most 120 characters',
    };
  },
};
