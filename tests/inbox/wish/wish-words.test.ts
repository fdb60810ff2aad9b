import { describe, expect, it } from 'vitest';
import { isWish, seemsWish } from '../../../src/inbox/wish/wish-words.ts';

describe('a wish to leave and nothing else', () => {
  it.each([
    'unsubscribe',
    'UNSUBSCRIBE.',
    '“Unsubscribe!”',
    'un-subscribe',
    'unsubscribe me',
    'please unsubscribe me',
    'Please unsubscribe me from this mailing list, thank you.',
    'Could you please unsubscribe me?',
    'I would like to unsubscribe from your newsletter',
    'STOP',
    'remove me from your list',
    'take me off the list please',
    'opt out',
    'Abmelden',
    'bitte abmelden',
    'Bitte melden Sie mich ab',
    'Bitte melden Sie mich vom Newsletter ab.',
    'ich möchte mich vom Newsletter abmelden',
    'Abmeldung vom Newsletter',
    'Newsletter abbestellen',
    'désabonner',
    'De\u0301sabonnez-moi, merci',
    'merci de me désinscrire de la liste',
    'Quiero darme de baja',
    'Afmelden graag',
    'uitschrijven a.u.b.',
  ])('%s', (text) => {
    expect(isWish(text)).toBe(true);
  });
});

describe('words that may be one', () => {
  it.each([
    'Please take me off your list, I found a job!',
    'I asked you twice to unsubscribe me',
    'Ich möchte keine Mails mehr von euch',
    'Würdet ihr mich bitte aus dem Verteiler streichen?',
    'Bitte löschen Sie meine Daten',
    'Ich widerrufe meine Einwilligung',
    'je ne veux plus recevoir vos mails',
    'I do not want these emails',
  ])('%s', (text) => {
    expect([isWish(text), seemsWish(text)]).toEqual([false, true]);
  });
});

describe('other words', () => {
  it.each([
    'Re: the role in Berlin',
    'I am no longer looking for a job',
    'Kündigung zum 31. März',
    'please stop by at our booth on Monday',
    'remove the second bullet of the role, please',
    'Ich melde mich morgen',
    'Bitte melden Sie sich',
    'I did not get your last mail',
    'der Job ist nicht mehr frei',
    'baja por enfermedad',
    '',
  ])('%s', (text) => {
    expect([isWish(text), seemsWish(text)]).toEqual([false, false]);
  });
});

it.each([
  ['please ', 5_000],
  ['bitte merci de ', 3_000],
  ['from this list ', 2_000],
  ['stop sending ', 3_000],
  ['not ', 20_000],
  ['lösch ', 10_000],
])('reads %s, repeated, in no time', (word, times) => {
  const started = performance.now();
  for (const length of [110, word.length * times]) {
    isWish(word.repeat(times).slice(0, length));
    seemsWish(word.repeat(times).slice(0, Math.min(length, 1_000)));
  }
  expect(performance.now() - started).toBeLessThan(200);
});
