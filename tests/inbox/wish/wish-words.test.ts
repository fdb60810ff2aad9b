import { describe, expect, it } from 'vitest';
import { seemsWish } from '../../../src/inbox/wish/wish-hints.ts';
import { isWish, isWishAsSubject } from '../../../src/inbox/wish/wish-words.ts';

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
    'remove me from your list',
    'take me off the list please',
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
    'Hi please unsubscribe me',
    'Ok, unsubscribe',
    'Penny, please unsubscribe me',
    'Pouvez-vous me désinscrire ?',
    'Könnt ihr mich bitte abmelden?',
    'Bitte meldet mich ab',
    'Ik wil me graag uitschrijven voor de nieuwsbrief.',
    'Please remove me from this distribution list',
    'Stop sending me these emails.',
    'Kunt u mij uitschrijven?',
    'Bitte um Abmeldung',
    'Veuillez me désabonner',
    'Je ne souhaite plus recevoir vos mails.',
    'No quiero recibir más correos.',
    'Dadme de baja',
    'Meld mij af',
    'geen mails meer aub',
  ])('%s', (text) => {
    expect(isWish(text)).toBe(true);
  });
});

it.each(['STOP', 'Please stop.', 'opt out', 'Remove'])('%s is one where it is a subject', (text) => {
  expect([isWish(text), isWishAsSubject(text), isWishAsSubject(`${text}?`)]).toEqual([false, true, false]);
});

describe('words that may be one', () => {
  it.each([
    'Please take me off your list, I found a job!',
    'Keine Newsletter mehr?',
    'Can I unsubscribe from this list?',
    'Could you please remove it?',
    'you can stop now',
    'Please remove.',
    'Stop it.',
    'I would like to be removed',
    'Please discontinue these emails.',
    'Bitte nehmt mich von der Liste.',
    'Bitte löschen',
    'Bitte schickt mir nichts mehr.',
    'Merci de ne plus m’envoyer de mails.',
    'Enlevez-moi de votre liste',
    'Stop pub',
    'No me envíen más correos',
    'Bórrenme de la lista',
    'Graag van de lijst verwijderen',
    'Ik wil nooit meer, geen mails!',
    'Under GDPR I request erasure of all personal data you hold on me.',
    'This is spam.',
    'Lassen Sie mich in Ruhe.',
    'Bitte nehmen Sie mich aus Ihrem Verteiler.',
    'Kein Interesse mehr, bitte löschen.',
    'Not interested',
    'Merci de supprimer mes coordonnées de votre base.',
    'Stop met mailen',
    'Gelieve mij uit te schrijven',
    'Quítenme de la lista',
    'Bitte keine Zusendungen mehr',
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
    'We have sold the firm, so you may strike us off.',
    'Would you get me off that old list of yours, I mean off your old list?',
    'kindly erase my old address',
    'Quit writing me mails, seriously',
    'I am retired and would rather not get these any more',
    'I withdraw my consent.',
    'How did I get on this list?',
    'I have asked you for it three times already',
    'Nehmen Sie uns vom Newsletter, danke',
    'könnts mich runternehmen?',
    'Den Newsletter kannst du für uns beenden',
    'loeschen Sie meine Adresse bitte',
    'Stellen Sie den Versand an uns bitte ein.',
    'Arrêtez de nous écrire',
    'Laissez-nous tranquilles',
    'Inutile de me les envoyer',
    'je résilie mon abonnement',
    'Dejad de mandarme cosas',
    'que no me escriban',
    'Sáquenme ya',
    'Elimine nuestra dirección',
    'Stop hiermee',
    'Haal mij er nu maar af',
    'kunt u dit uit het bestand schrappen',
    'Ik wil niets meer ontvangen',
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
    'This email is confidential. If you received it in error, please delete this email.',
    'löschen Sie diese Mail',
    'Never send a CV without a cover letter, great tip!',
    'They never contact applicants, do they?',
    'I did not write that',
    'Bitte nehmen Sie mich in Ihren Verteiler auf',
    'Der Widerspruch zwischen Gehalt und Aufgaben',
    'Ich melde mich ab sofort.',
    'Ich melde mich morgen, ab 10 Uhr passt es',
    'please remove this from the newsletter',
    'der Job ist nicht mehr frei',
    'baja por enfermedad',
    'Please never stop these letters',
    'take the offer off the table',
    'The remote role comes with a visa',
    'plus recent graduates are welcome',
    'Garrett sent me your email address',
    'A quote from the Monday issue',
    'Raymond forwarded it to James',
    'drop me a line when you are in Berlin',
    'Sick leave',
    'Die Stelle im Versand ist noch frei',
    '',
  ])('%s', (text) => {
    expect([isWish(text), seemsWish(text)]).toEqual([false, false]);
  });
});

it('reads long words as quickly as short ones', () => {
  const words = [
    'please ',
    'from this list ',
    'no more ',
    'not want ',
    'lösch ',
    'melden ',
    'verteiler',
    '\u0301\u0316',
  ];
  const timeOf = (length: number): number => {
    const started = performance.now();
    for (const word of words) seemsWish(word.repeat(length).slice(0, length));
    return performance.now() - started;
  };
  timeOf(1_000);
  expect(timeOf(80_000)).toBeLessThan(80 * Math.max(timeOf(1_000), 10));
});
