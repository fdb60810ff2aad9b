import { plainWords } from './plain-words.ts';

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
