/** What people write who want to leave, as `plainWords` has it, in the languages that headers of lists are known in. */
const wishes: readonly string[] = [
  ...['unsubscribe', 'un subscribe', 'unsuscribe', 'unsubcribe', 'unsubscription', 'opt me out', 'remove me'],
  ...['stop mailing me', 'stop emailing me', 'stop sending me', 'take me off', 'cancel my subscription'],
  ...['abmelden', 'abmeldung', 'abbestellen', 'abbestellung', 'austragen', 'aus dem verteiler nehmen'],
  ...['désabonner', 'désabonnement', 'désabonnez', 'desabonner', 'desabonnement', 'désinscrire'],
  ...[
    'désinscription',
    'désinscrivez',
    'desinscription',
    'me retirer de la liste',
    'retirez moi de la liste',
  ],
  ...['ne souhaite plus recevoir', 'ne plus recevoir', 'darme de baja', 'dar de baja', 'deme de baja'],
  ...['denme de baja', 'dadme de baja', 'solicito la baja', 'cancelar mi suscripción', 'desuscribirme'],
  ...['no quiero recibir más', 'afmelden', 'uitschrijven', 'uitschrijving', 'meld mij af', 'meld me af'],
  ...['schrijf mij uit', 'schrijf me uit'],
];

/** What may stand around it and changes nothing. */
const harmless: ReadonlySet<string> = new Set(
  [
    'please pls plz kindly i want to would like d wish can could you me us my from off of this your the all any these',
    'mailing mail mails e email emails list lists distribution letter letters newsletter newsletters thanks thank now',
    'immediately asap hi hello hey dear hallo bonjour hola beste bitte um hiermit ich möchte will mich uns sie mir gerne',
    'von vom aus dem den ihrem eurem deinem diesem der ihrer eurer deiner ihren euren deinen verteiler mehr danke',
    'vielen dank sofort s il vous te plaît plait svp merci de je veux souhaite veuillez se moi nous la votre cette vos',
    'liste du des por favor quiero lista tu su esta gracias correos graag a u b aub ik wil mij deze jullie uw kunt',
    'nieuwsbrief bedankt meer voor ok sorry right everything address contacts pouvez könnt könnten können kannst ihr',
    'du deseo boletín correo penny',
  ].flatMap((words) => words.split(' ')),
);

/** A wish as a subject, where nothing is answered: in a letter they may answer any question. */
const bareWishes: ReadonlySet<string> = new Set([
  ...['stop', 'please stop', 'stop please', 'stop stop', 'stop stop stop', 'remove', 'please remove'],
  ...['remove please', 'opt out', 'delete me', 'baja', 'opzeggen'],
]);

/** These are a wish only together with the other: `no more mails`, `melden sie mich ab`. */
const halves: readonly (readonly [half: string, other: RegExp])[] = [
  ...['no more', 'stop sending', 'keine', 'keinen', 'geen'].map(
    (half) => [half, /mail|list|letter|brief/] as const,
  ),
  ...['melde', 'melden', 'meldet'].map((half) => [half, /(?<= )ab(?: (?:bitte|danke))*$/] as const),
];

/**
 * What speaks of leaving in whatever sentence. Recruiters get other mails every day that speak of an end: “I am no longer
 * looking” is none.
 */
const hints = new RegExp(
  [
    'unsub|un subscribe|unsuscri|opt(?:ed|ing)? (?:me )?out|take me off|(?:off|from) (?:this|the|your|any) (?:\\p{L}+ )?list',
    '(?:remove|delete) (?:me\\b|my (?:data|name|address|e ?mail|account)|this (?:address|e ?mail address)|our address)|be removed',
    'stop (?:the |your |all )?(?:sending|mail|email|newsletter|these|spam)|discontinue',
    '(?:no more|(?:no longer|not|don t) (?:want|wish|need)) .{0,40}(?:e ?mails?|newsletters?)',
    '(?:don t|do not|never) (?:e ?mail|contact|spam|write) (?:me|us|again)|(?:don t|do not) send me',
    'gdpr|dsgvo|rgpd|erasure|art(?:icle|ikel)? 17\\b|never subscribed|nie angemeldet|this is spam|leave me alone|in ruhe',
    'abmelden|abmeldung|meld\\p{L}* (?:\\p{L}+ ){0,5}ab(?:$| (?:bitte|danke))|abbestell|austrag|tr[aä]g\\p{L}* .{0,40}aus\\b',
    '(?:aus|von) (?:dem|der|ihrem|eurem|deinem|ihrer|eurer|diesem) (?:verteiler|(?:mailing)?liste)|raus\\b|bitte (?:löschen|stoppen|entfernen)',
    '(?:no|not|kein|plus|geen|no me) int[eé]ress?\\p{L}*|did not (?:sign|subscribe)|enough|no more please|zusend|das nicht mehr',
    'kein\\p{L}* (?:weiteren? |mehr )?(?:e ?)?(?:mails?|newsletter|nachrichten|werbung)|nichts mehr|newsletter (?:nicht|einstellen)',
    'nicht mehr .{0,40}(?:mails?|newsletter|erhalten|bekommen|schicken|senden|schreiben|kontaktieren)',
    '(?:lösch|entfern|streich)\\p{L}* .{0,40}(?:daten|adresse|liste|abo|mich)\\b|(?:mich|adresse|liste) .{0,40}(?:lösch|entfern|streich|nehmen)',
    'kündig\\p{L}* .{0,40}(?:newsletter|abo)|(?:newsletter|abo) .{0,40}kündig|nehm\\p{L}* .{0,30}raus|hör\\p{L}* .{0,10}auf .{0,30}mail',
    'widerruf|widerspreche\\b|widersprechen .{0,30}(?:nutzung|verwendung|werbung)',
    'd[ée]sabonn|d[ée]sinscri|plus (?:recevoir|m envoyer)|ne m envoyez plus|arrête\\p{L}* .{0,20}(?:envo|mail)|stop pub|effac',
    '(?:supprim|retir|enlev)\\p{L}* .{0,20}(?:moi|mon|mes|liste)|(?:me|m) (?:retirer|enlever)',
    'd\\p{L}{1,5} de baja|la baja\\b|no .{0,15}recibir|no me env|dejen? de envi|b[oó]rr\\p{L}+me|desuscri|(?:anular|cancelar) .{0,20}suscri|supresi[oó]n|qu[ií]ten',
    'elimin\\p{L}* .{0,20}(?:correo|lista|datos)',
    'afmeld|uitschrijv|uit te schrijven|uitgeschr|stop met|te wissen|niet meer .{0,40}(?:mails?|nieuwsbrief|ontvangen)|geen (?:e ?)?(?:mails?|nieuwsbrie)|van de lijst|verwijder|(?:meld|schrijf) (?:me|mij) (?:af|uit)',
  ].join('|'),
  'u',
);

/** An order of a few words, whatever it is about: somebody may not care to say more. */
const order =
  /^(?:\p{L}+ ){0,3}(?:remove|delete|stop|take off|discontinue|löschen|entfernen|rausnehmen|einstellen|kündig\p{L}*|supprimer|retirer|baja|bórr\p{L}*|verwijder\p{L}*|opzeggen)(?: (?:please|it|now|all|this|that|them|bitte|aub|svp|from|the|mailing|list)){0,3}$/u;

const longestWord = 40;

/** Longer than whatever is one wish and nothing else. */
const longestWish = 120;

/** What may be asked and is still a wish: `can you unsubscribe me?`, and not `can I unsubscribe?`. */
const request =
  /(?:^| )(?:can|could|would|will) you |(?:kannst|könntest|könnt|könntet|können|könnten) (?:du|sie|ihr)|(?:kunt|kun) (?:u|je)|pouvez|podr[ií]a|puede/;

/** Whether these words of somebody's own are a wish to leave, and nothing else. */
export function isWish(text: string): boolean {
  if (text.length > longestWish) return false;
  const words = plainWords(text);
  const isQuestion = text.includes('?');
  if (isQuestion && !request.test(words)) return false;
  if (wishes.some((wish) => isHarmlessAround(wish, words))) return true;
  // “No more newsletters?” asks for them.
  return (
    !isQuestion && halves.some(([half, other]) => other.test(words) && isHarmlessAround(half, words, 'ab'))
  );
}

/** The same of a subject, where a word may stand alone. */
export function isWishAsSubject(subject: string): boolean {
  return (bareWishes.has(plainWords(subject)) && !subject.includes('?')) || isWish(subject);
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
  const words = plainWords(text);
  return hints.test(words) || order.test(words);
}

/** Letters and digits in lower case, with one space between words, of which none is longer than words are. */
function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word.slice(0, longestWord))
    .join(' ');
}
