import { expect, it } from 'vitest';
import { columnWidthOf } from '../../src/render/column-width.ts';
import { letterhead, templates } from './samples.ts';

it('is what the style sheet leaves between the margins of the letter', () => {
  const width = 700;
  const sheet = templates.get('email/inline.css') ?? '';
  const sides = ['masthead', 'opening', 'letter', 'card-row', 'footer'].map(
    (name) => new RegExp(`^\\.${name} \\{ padding: \\d+(?:px)? (\\d+)px`, 'm').exec(sheet)?.[1],
  );
  expect(new Set(sides)).toEqual(
    new Set([String((width - columnWidthOf({ ...letterhead.theme, width })) / 2)]),
  );
});
