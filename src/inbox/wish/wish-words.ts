/** What people write who want to leave, as `plainWords` has it, in the languages that headers of lists are known in. */
const wishes: readonly string[] = [
  ...['unsubscribe', 'un subscribe', 'unsuscribe', 'unsubcribe', 'unsubscription', 'opt out', 'opt me out'],
  ...['stop mailing me', 'stop emailing me', 'remove me', 'take me off', 'cancel my subscription'],
  ...['abmelden', 'abmeldung', 'abbestellen', 'abbestellung', 'austragen', 'aus dem verteiler nehmen'],
  ...['désabonner', 'désabonnement', 'désabonnez'],
  ...['desabonner', 'desabonnement', 'désinscrire', 'désinscription', 'désinscrivez', 'desinscription'],
  ...['darme de baja', 'dar de baja', 'deme de baja', 'denme de baja', 'cancelar mi suscripción'],
  ...['afmelden', 'uitschrijven', 'uitschrijving'],
];

/** What may stand around it and changes nothing. */
const harmless: ReadonlySet<string> = new Set(
  [
    'please pls plz kindly i want to would like d wish can could you me us my from off of this your the all any',
    'mailing mail mails e email emails list lists letter letters newsletter newsletters thanks thank now',
    'immediately asap bitte hiermit ich möchte will mich uns sie mir von vom aus dem den ihrem eurem deinem diesem',
    'der ihrer eurer deiner ihren euren deinen verteiler mehr danke vielen dank sofort s il vous te plaît plait svp',
    'merci de je veux souhaite se moi nous la votre cette liste du des por favor quiero lista tu su esta gracias',
    'graag a u b aub ik wil mij deze jullie uw nieuwsbrief bedankt',
  ].flatMap((words) => words.split(' ')),
);

/** A wish when they stand alone: “please stop by” and “remove the second line” are none. */
const bareWishes: ReadonlySet<string> = new Set([
  'stop',
  'please stop',
  'stop please',
  'remove',
  'stop stop',
]);

/** These are a wish only together with the other: `no more mails`, `melden sie mich ab`. */
const halves: readonly (readonly [half: string, other: RegExp])[] = [
  ...['no more', 'stop sending', 'keine', 'keinen'].map((half) => [half, /mail|list|letter/] as const),
  ...['melde', 'melden'].map((half) => [half, /(?<= )ab(?: |$)/] as const),
];

/**
 * What speaks of leaving in whatever sentence. Recruiters get other mails every day that speak of an end: “I am no longer
 * looking” is none.
 */
const hints = new RegExp(
  [
    'unsub|un subscribe|unsuscri|opt(?:ed|ing)? (?:me )?out|take me off|(?:off|from) (?:this|the|your|any) (?:\\p{L}+ )?list',
    '(?:remove|delete) (?:me|my|this (?:e ?mail|address)|our address)|stop (?:the |your )?(?:sending|mail|email|newsletter|these)',
    '(?:no more|(?:no longer|not|don t) (?:want|wish|need)) .{0,40}(?:e ?mails?|newsletters?)',
    '(?:don t|do not|never|not) (?:e ?mail|contact|send|write|spam)',
    'abmeld|meld\\p{L}* .{0,30}ab\\b|abbestell|austrag|tr[aä]g\\p{L}* .{0,40}aus\\b|verteiler',
    'kein\\p{L}* (?:weiteren? |mehr )?(?:e ?)?(?:mails?|newsletter|nachrichten|werbung)',
    'nicht mehr .{0,40}(?:mails?|newsletter|erhalten|bekommen|schicken|senden|schreiben|kontaktieren)',
    '(?:lösch|entfern|streich)\\p{L}* .{0,40}(?:daten|adresse|mail|liste|abo|mich)|(?:mich|adresse|liste) .{0,40}(?:lösch|entfern|streich|nehmen)',
    'kündig\\p{L}* .{0,40}(?:newsletter|abo)|(?:newsletter|abo) .{0,40}kündig|nehm\\p{L}* .{0,30}raus|hör\\p{L}* .{0,10}auf .{0,30}mail',
    'widerruf|widersp[rw]|d[ée]sabonn|d[ée]sinscri|plus recevoir|ne m envoyez plus|supprimez (?:moi|mon)',
    'd[ae]r?[mn]?e? de baja|no (?:quiero )?recibir|elimin\\p{L}* .{0,20}(?:correo|lista)|cancelar .{0,20}suscrip',
    'afmeld|uitschrijv|niet meer .{0,40}(?:mails?|nieuwsbrief|ontvangen)',
  ].join('|'),
  'u',
);

/** Longer than whatever is one wish and nothing else. */
const longestWish = 120;

/** Whether these words of somebody's own are a wish to leave, and nothing else. A question may be one: “can you unsubscribe me?” */
export function isWish(text: string): boolean {
  if (text.length > longestWish) return false;
  const words = plainWords(text);
  return (
    bareWishes.has(words) ||
    wishes.some((wish) => isHarmlessAround(wish, words)) ||
    // “No more newsletters?” asks for them.
    (!text.includes('?') &&
      halves.some(([half, other]) => other.test(words) && isHarmlessAround(half, words, 'ab')))
  );
}

/** Whether `words` are this phrase, and nothing else that would change it. */
function isHarmlessAround(phrase: string, words: string, also = ''): boolean {
  const at = ` ${words} `.indexOf(` ${phrase} `);
  if (at < 0) return false;
  const around = `${words.slice(0, at)} ${words.slice(at + phrase.length)}`.split(' ');
  return around.every((word) => word === '' || word === also || harmless.has(word));
}

/** Whether they may be one: a person reads them. */
export function seemsWish(text: string): boolean {
  return hints.test(plainWords(text));
}

/** Letters and digits in lower case, with one space between words. */
function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
