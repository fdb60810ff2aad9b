import { expect, it } from 'vitest';
import { surveyRecipients } from '../../src/delivery/survey-recipients.ts';
import { recipient, snapshot } from './sample-mailing.ts';

it('counts an audience, and finds the longest mail and whoever cannot be addressed', () => {
  const edition = { ...snapshot.edition, html: ['<p>', { tag: 'name' }, '</p>'] };
  const people = [
    recipient({ address: 'a@example.com', name: 'Ann' }),
    recipient({ address: 'b@example.com' }),
    recipient({ address: 'c@example.com', name: '' }),
  ];
  expect(surveyRecipients(edition, people, 'https://penny.example')).toMatchObject({
    people: 3,
    longestHtml: '<p>Ann</p>'.length,
    unfillable: [{ tag: 'name', count: 2, example: 'b@example.com' }],
  });
});
