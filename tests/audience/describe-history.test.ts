import { expect, it } from 'vitest';
import { askedProof } from '../../src/audience/consent-proof.ts';
import { describeHistory } from '../../src/audience/describe-history.ts';
import { noon, noonText } from './samples.ts';

const story = { events: [], mailings: [] };
const kindsOf = (...consents: Parameters<typeof describeHistory>[0]['consents']): readonly string[] =>
  describeHistory({ ...story, consents }).map(({ kind }) => kind);

it('calls a consent what was confirmed, or came with a list, and not what anybody typed into the form', () => {
  expect(
    kindsOf(
      { source: 'form', at: noonText, proof: askedProof('0123456789ab') },
      {
        source: 'form',
        at: noonText,
        proof: `asked at ${noonText} with wording 0123456789ab, confirmed by mail`,
      },
      { source: 'list.csv', at: noonText },
      { source: 'list.csv', at: noonText, proof: 'ticked a box, not confirmed' },
    ),
  ).toEqual(['asked', 'consent', 'consent', 'consent']);
});

it('tells of a suppression once, by the event where one tells of it', () => {
  const suppression = { reason: 'unsubscribed', at: noon };
  const event = { at: noon, kind: 'unsubscribed', text: 'since 2021-03-01 (list.csv)' };
  expect(describeHistory({ ...story, consents: [], suppression })).toEqual([
    { at: noonText, kind: 'suppressed', text: 'unsubscribed' },
  ]);
  expect(describeHistory({ ...story, consents: [], suppression, events: [event] })).toEqual([
    { ...event, at: noonText },
  ]);
});
