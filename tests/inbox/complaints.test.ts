import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeToken } from '../../src/audience/signed-token.ts';
import { arf, createHouse, type House } from './samples.ts';

const ann = 'ann@example.com';
let house: House;

beforeEach(() => {
  house = createHouse();
});
afterEach(() => house[Symbol.dispose]());

describe('scoreboard 84: a complaint', () => {
  it('with the recipient taken out suppresses the right person, once', async () => {
    const mailing = await house.send(1, [ann, 'li@example.net']);
    const mail = arf('abuse', [`Message-ID: ${house.messageIdOf(mailing, ann)}`]);
    expect(house.take([mail, mail])).toMatchObject({ complaints: 1, known: 1, suppressed: 0 });
    expect(house.suppressions()).toEqual([`${ann}: complaint: abuse`]);
    expect(house.take([mail])).toMatchObject({ complaints: 0, known: 1 });
  });

  it('is known by the return path that came along', async () => {
    const mailing = await house.send(1, [ann]);
    house.take([arf('fraud', [`Return-Path: <${house.returnPathOf(mailing, ann)}>`])]);
    expect(house.suppressions()).toEqual([`${ann}: complaint: fraud`]);
  });

  it('is known by the unsubscribe address where the Message-ID was taken out, too', async () => {
    await house.send(1, [ann, 'li@example.net']);
    const token = makeToken(house.store.secret, 'unsubscribe', 2);
    const line = `List-Unsubscribe: <https://penny.example/unsubscribe/${token}>, <mailto:hello@penny.example>`;
    expect(house.take([arf('abuse', [line]), arf('abuse', [line])])).toMatchObject({
      complaints: 1,
      known: 1,
    });
    expect(house.suppressions()).toEqual(['li@example.net: complaint: abuse']);
  });

  it('that says not-spam suppresses nobody', async () => {
    const mailing = await house.send(1, [ann]);
    const mail = arf('not-spam', [`Message-ID: ${house.messageIdOf(mailing, ann)}`]);
    expect(house.take([mail])).toMatchObject({ complaints: 0, ignored: { 'not spam': 1 } });
    expect(house.suppressions()).toEqual([]);
  });

  it.each(['virus', 'other', 'unheard-of'])(
    'of a filter (%s) is counted and suppresses nobody',
    async (type) => {
      const mailing = await house.send(1, [ann]);
      const mail = arf(type, [`Message-ID: ${house.messageIdOf(mailing, ann)}`]);
      expect(house.take([mail])).toMatchObject({ complaints: 1 });
      expect(house.suppressions()).toEqual([]);
    },
  );

  it('about a message that is not ours is left alone', async () => {
    await house.send(1, [ann]);
    const mails = [
      arf('abuse', [`Message-ID: <${'0'.repeat(32)}@penny.example>`]),
      arf('abuse', [`X-To: ${ann}`]),
      arf('abuse', [`List-Unsubscribe: <https://penny.example/unsubscribe/${'A'.repeat(32)}>`]),
    ];
    expect(house.take(mails)).toMatchObject({ complaints: 0, ignored: { 'nothing of ours': 3 } });
    expect(house.suppressions()).toEqual([]);
  });
});
