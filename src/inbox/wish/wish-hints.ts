import { plainWords } from './plain-words.ts';

/**
 * What speaks of leaving in whatever sentence, as `plainWords` has it: an end, and what shall end, near each other.
 * Recruiters get other mails every day that speak of an end: “I am no longer looking” is none.
 */
const english = [
  'unsub|un subscribe|unsuscri|opt(?:ed|ing)? (?:me )?out|be removed|discontinue|enough|no more please|never (?:subscribed|signed up)|report\\p{L}* .{0,20}spam',
  '(?:take|get|strike|cross|scratch) (?:me|us|my .{1,20}|our .{1,20}|this .{1,20}) (?:off|out)\\b|(?:strike|drop) (?:me|us)\\b(?! an? )|^(?:please )?leave(?: please)?$',
  '(?:off|from) (?:this|the|your|ur|any) (?:\\p{L}+ ){0,3}list',
  '(?:remove|delete|erase|wipe) (?:me\\b|us\\b|(?:both |all )?(?:of )?(?:my|our) .{0,12}(?:data|name|adr|addr|e ?mail|account)|this (?:e ?mail )?add?ress)',
  '(?<!never |not |n t )(?:stop|quit|cease) (?:\\p{L}+ ){0,3}(?:send|mail|email|newsletter|these|spam)',
  '(?:no more|(?:no longer|not|n t|rather not) (?:be )?(?:want|wish|need|get|receiv)\\p{L}*) .{0,40}(?:e ?mails?|newsletters?|these|any ?more|any longer)',
  '(?:don t|do not|never) (?:e ?mail|contact|spam|write) (?:me|us|again)|(?:don t|do not) send me|last (?:one|mail|email|issue|newsletter) i (?:get|receive|want)',
  '(?:not|no longer|not more|no) interest|did not (?:sign|subscribe)|why (?:am i|do i) (?:still|keep)',
  'my subscription|stay\\p{L}* subscribed|(?:get|got) on (?:this|your) list',
  '(?:already|i|have) (?:asked|told|wrote|written|unsubscribed) .{0,20}(?:twice|times|before|again|already)|third time of asking',
  '(?:withdraw|revoke)\\p{L}* .{0,10}consent|gdpr|erasure|this is spam|leave me alone',
];

const german = [
  'ab(?:ge)?meld|meld\\p{L}* (?:\\p{L}+ ){0,5}ab(?:$| (?:bitte|danke))|abbestel|austrag|tr[aä]g\\p{L}* .{0,40}aus\\b',
  '(?:aus|von|vom) (?:(?:de[mr]|diese[mr]|(?:ihre|eure|deine)[mr]) )?(?:verteiler|\\p{L}*liste\\b|newsletter)',
  'raus\\b|(?:runter|raus|heraus)(?:ge)?nehm|bitte (?:l(?:ö|oe)schen|stoppen|entfernen)',
  'kein\\p{L}* inter?ess?e|zusend|das nicht mehr|nichts mehr|nie angemeldet|nirgends (?:angemeldet|eingetragen)|stell(?:t|en sie)? (?:\\p{L}+ ){0,3}versand|in ruhe|dsgvo|artikel 17\\b|an meinen anwalt',
  'kein\\p{L}* (?:weiteren? |mehr )?(?:e ?)?(?:mails?|newsletter|nachrichten|werbung|post)\\b',
  'newsletter (?:\\p{L}+ ){0,4}(?:nicht|einstell|beend|stopp|abstell|k(?:ü|ue)ndig)|(?:k(?:ü|ue)ndig|stopp|beend)\\p{L}* .{0,40}(?:newsletter|abo)|abo .{0,40}k(?:ü|ue)ndig',
  '(?:nicht mehr|nimmer) .{0,40}(?:mails?|newsletter|erhalten|bekommen|schicken|senden|schreiben|kontaktieren)',
  '(?:l(?:ö|oe)sch|entfern|streich)\\p{L}* .{0,40}(?:daten|adresse|liste|abo|mich)\\b|(?:mich|adresse|liste) .{0,40}(?:l(?:ö|oe)sch|entfern|streich|nehmen)',
  'nehm\\p{L}* .{0,30}raus|hör\\p{L}* .{0,10}auf .{0,30}mail|widerruf|widerspreche\\b|widersprechen .{0,30}(?:nutzung|verwendung|werbung)',
];

const french = [
  'd[ée]sabonn|d[ée]sinscri|plus (?:recev|resev|m envoyer)|ne m (?:envoyez|écrivez) plus|stop pub|effac|rgpd|pas int[eé]ress',
  '(?<!\\p{L})arr[êe]t\\p{L}* .{0,20}(?:envo|mail|écri)|inutile .{0,30}(?:envoy|écri)|(?:foutez|fichez|laissez) .{0,10}(?:paix|tranquille)',
  '(?<!\\p{L})(?:supprim|retir|enlev|[ôo]te|raye)\\p{L}* .{0,20}(?:(?<!\\p{L})(?:moi|mon|mes)(?!\\p{L})|adresse|liste|fichier)|(?:me|m) (?:retirer|enlever|[ôo]ter|rayer|supprimer)',
  'r[ée]sili\\p{L}* .{0,20}(?:abonnement|newsletter|lettre)|plus int[eé]ress',
];

const spanish = [
  'd\\p{L}{1,5} de baja|la baja\\b|no .{0,15}(?:recibir|recibi[eé]nd)|no (?:me|nos) (?:env|mand|escrib)|de(?:j[ae]n?|jad) de (?:envi|mand|escrib)',
  '(?:b[oó]rr|s[aá][cq]u?|qu[ií]t)\\p{L}{1,3}me\\b|qu[ií]ten|desuscri|(?:anular|cancelar) .{0,20}suscri|supresi[oó]n|no me interes',
  'elimin\\p{L}* .{0,20}(?:correo|lista|datos|direcci[oó]n|cuenta)|(?:en paz|no molest)',
];

const dutch = [
  'afmeld|uitschrijv|uit te schrijven|uitgeschr|stop (?:\\p{L}+ )?(?:met|hiermee|ermee|daarmee)|te wissen|verwijder|geen interesse',
  'niet (?:meer|langer) .{0,40}(?:mails?|nieuwsbrief|ontvangen)|geen (?:e ?)?(?:mails?|nie?u?wsbrie)|niets meer .{0,20}(?:sturen|ontvangen)|kap met|(?:meld|schrijf) (?:me|mij) (?:af|uit)',
  '(?:van|uit) (?:de|het|uw|je|jullie|deze) (?:mailing|mail|verzend)?(?:lijst|bestand)|haal (?:me|mij) (?:\\p{L}+ ){0,3}(?:af|uit|eraf)\\b|schrapp\\p{L}*|(?:rot|donder) .{0,6}op\\b',
];

const hints = new RegExp([...english, ...german, ...french, ...spanish, ...dutch].join('|'), 'u');

/** An order of a few words, whatever it is about: somebody may not care to say more. */
const order =
  /^(?:\p{L}+ ){0,3}(?:remove|delete|stop|take off|discontinue|löschen|entfernen|rausnehmen|einstellen|kündig\p{L}*|supprimer|retirer|baja|bórr\p{L}*|verwijder\p{L}*|opzeggen)(?: (?:please|it|now|all|this|that|them|bitte|aub|svp|from|the|mailing|list)){0,3}$/u;

/** Whether they may be a wish to leave: a person reads them. */
export function seemsWish(text: string): boolean {
  const words = plainWords(text);
  return hints.test(words) || order.test(words);
}
