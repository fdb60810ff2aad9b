import { expect, it } from 'vitest';
import { asOfDay } from '../../src/issue/as-of-day.ts';
import { candidate, essay, issueWith, role } from '../render/samples.ts';

const consent = { on: '2026-11-01', until: '2026-11-30', scope: ['web'] } as const;
const issue = issueWith([
  role({ closes: '2026-11-30' }),
  role({ id: 'filled', status: 'filled', closes: '2026-11-30' }),
  role({ id: 'always' }),
  candidate({ web: true, consent }),
  candidate({ id: 'c2', web: true }),
  essay('an opinion'),
]);

function statesOn(today: string): unknown[] {
  return asOfDay(issue, today).blocks.flatMap((block) => {
    if (block.kind === 'openRole') return block.status;
    return block.kind === 'activeCandidate' ? block.web : [];
  });
}

it('is as it was written up to the last day', () => {
  expect(asOfDay(issue, '2026-11-30')).toEqual(issue);
});

it('closes roles and withholds candidates from the day after it', () => {
  expect(statesOn('2026-12-01')).toEqual(['expired', 'filled', 'open', false, true]);
});

it('leaves the issue that it was given as it is', () => {
  asOfDay(issue, '2026-12-01');
  expect(issue.blocks[0]).toMatchObject({ status: 'open' });
});
