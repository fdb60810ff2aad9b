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
    'Please stop.',
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
    'Keine Newsletter mehr?',
    'No more newsletters?',
    'can you stop the mailing?',
    'I asked you twice to unsubscribe me',
    'Ich möchte keine Mails mehr von euch',
    'Würdet ihr mich bitte aus dem Verteiler streichen?',
    'Bitte löschen Sie meine Daten',
    'Ich widerrufe meine Einwilligung',
    'je ne veux plus recevoir vos mails',
    'I do not want these emails',
    'Please don’t email me again.',
    'Do not contact me again',
    'Please remove this address from your list.',
    'pls unsub me, I moved on',
    'Bitte tragen Sie mich aus dem Newsletter aus.',
    'Bitte schicken Sie mir keine weiteren Mails.',
    'Keine weiteren E-Mails bitte',
    'Bitte streichen Sie mich von Ihrer Liste',
    'Bitte von der Mailingliste nehmen.',
    'Bitte meine E-Mail-Adresse aus Ihrer Liste löschen',
    'Bitte entfernen Sie meine Adresse.',
    'Bitte lösche mein Abo',
    'Ich kündige den Newsletter.',
    'Bitte keine Werbung mehr!',
    'nehmt mich bitte raus',
    'Hör auf mir Mails zu schicken',
    'Ich widerspreche der Nutzung meiner Daten',
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
    'Could you please remove it?',
    'please remove this from the newsletter',
    'you can stop now',
    'der Job ist nicht mehr frei',
    'baja por enfermedad',
    '',
  ])('%s', (text) => {
    expect([isWish(text), seemsWish(text)]).toEqual([false, false]);
  });
});

it('reads long words as quickly as short ones', () => {
  const words = ['please ', 'from this list ', 'no more ', 'not want ', 'lösch ', 'melden ', 'verteiler'];
  const timeOf = (length: number): number => {
    const started = performance.now();
    for (const word of words) seemsWish(word.repeat(length).slice(0, length));
    return performance.now() - started;
  };
  timeOf(1_000);
  expect(timeOf(80_000)).toBeLessThan(80 * Math.max(timeOf(1_000), 10));
});
