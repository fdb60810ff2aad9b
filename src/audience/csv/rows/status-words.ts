import type { DraftStatus } from '../../subscriber.ts';
import type { KnownExport } from '../columns/known-exports.ts';

/** A plain answer may answer any question, in the languages in which headers are known. */
const yes = [
  ...['yes', 'y', 'true', 't', '1', 'x', '✓', '✔', '☑', 'ja', 'j', 'wahr', 'oui', 'o', 'vrai', 'sí', 'si'],
  ...['s', 'verdadero', 'waar'],
];
const no = ['no', 'n', 'false', 'f', '0', 'nein', 'falsch', 'non', 'faux', 'nee', 'onwaar', 'falso'];
const answers: ReadonlyMap<string, boolean> = new Map([
  ...yes.map((word) => [word, true] as const),
  ...no.map((word) => [word, false] as const),
]);

/** What a cell answers that holds a yes or a no and nothing else. */
export function answerOf(written: string): boolean | undefined {
  return answers.get(plainWord(written));
}

/** Whether a cell begins with a yes or no, whatever follows it; a letter alone is none then. */
export function beginsWithAnswer(cell: string): boolean {
  const [first = ''] = /^\p{L}+/u.exec(cell) ?? [];
  return first.length > 1 && answerOf(first) !== undefined;
}

/**
 * Our own words, those of other tools, and those of the languages in which headers are known. None that could mean two
 * things, such as “inactive” or, in a list of candidates, “gekündigt”: who is taken for gone comes back by no import.
 */
const words: Readonly<Record<DraftStatus, readonly string[]>> = {
  active: [
    ...['active', 'subscribed', 'confirmed', 'opted in', 'opted-in', 'opt-in'],
    ...['aktiv', 'abonniert', 'angemeldet', 'bestätigt', 'actif', 'abonné', 'abonnée', 'inscrit', 'inscrite'],
    ...['activo', 'activa', 'suscrito', 'suscrita', 'actief', 'aangemeld', 'ingeschreven', 'geabonneerd'],
  ],
  pending: [
    ...['pending', 'unconfirmed', 'awaiting', 'waiting', 'validating', 'needs attention'],
    ...['ausstehend', 'unbestätigt', 'nicht bestätigt', 'wartend', 'en attente', 'non confirmé', 'pendiente'],
    ...['sin confirmar', 'in afwachting'],
  ],
  unsubscribed: [
    ...['unsubscribed', 'unsubscribe', 'unsub', 'non-subscribed', 'nonsubscribed', 'not subscribed'],
    ...['cancelled', 'canceled', 'opted out', 'opted-out', 'opt-out', 'opt out', 'optout', 'blocklisted'],
    ...['blacklisted', 'abgemeldet', 'abbestellt', 'ausgetragen', 'widerrufen', 'widerspruch'],
    ...['widersprochen', 'désabonné', 'désabonnée', 'désinscrit', 'désinscrite', 'dado de baja'],
    ...['dada de baja', 'baja', 'cancelado', 'desuscrito', 'afgemeld', 'uitgeschreven', 'geannuleerd'],
  ],
  suppressed: [
    ...['suppressed', 'cleaned', 'bounced', 'hard bounced', 'hard bounce', 'complained', 'blocked', 'spam'],
    ...['marked as spam', 'undeliverable', 'gesperrt', 'blockiert', 'unzustellbar', 'bloqué', 'rejeté'],
    ...['bloqueado', 'rebotado', 'geblokkeerd'],
  ],
};

/** The further behind, the more it counts where several are said of one person. */
export const statusesByWeight = ['active', 'pending', 'unsubscribed', 'suppressed'] as const;

const statuses: ReadonlyMap<string, DraftStatus> = new Map(
  statusesByWeight.flatMap((status) => words[status].map((word) => [word, status] as const)),
);

/** What a word says of how somebody stands; a tool's own words go before the usual ones, and a plain answer says nothing. */
export function statusWordOf(written: string, known?: KnownExport): DraftStatus | undefined {
  if (written.length > longestStatus) return undefined;
  const word = plainWord(written);
  const own = known?.statuses;
  if (own !== undefined && Object.hasOwn(own, word)) return own[word];
  return statuses.get(word) ?? statuses.get(word.replace(/ (?:\(.*\)|(?:by|von|par|por|door) .*)$/, ''));
}

/** In characters, with what stands in brackets behind it. */
const longestStatus = 100;

/** What the cell of a column for the status says, where yes and no are words for it, too. */
export function statusOf(written: string, known?: KnownExport): DraftStatus | undefined {
  const status = statusWordOf(written, known);
  if (status !== undefined) return status;
  const answer = answerOf(written);
  if (answer === undefined) return undefined;
  return answer ? 'active' : 'unsubscribed';
}

/** Lower case in NFKC, with single spaces, and without what cannot be seen or ends a sentence. */
function plainWord(written: string): string {
  const word = written.toLowerCase();
  if (/^[a-z]*$/.test(word)) return word;
  return word
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200d\ufeff]/g, '')
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/[.!]$/, '');
}
