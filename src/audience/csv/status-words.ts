import type { DraftStatus } from '../subscriber.ts';
import type { KnownExport } from './known-exports.ts';

/**
 * Our own words, those of other tools, a plain yes and no, and those of the languages in which headers are known. None
 * that could mean two things, such as “inactive”: who is taken for gone comes back by no import.
 */
const words: Readonly<Record<DraftStatus, readonly string[]>> = {
  active: [
    ...['active', 'subscribed', 'confirmed', 'opted in', 'opted-in', 'opt-in'],
    ...['true', 'yes', 'y', '1', 'wahr', 'ja', 'j', 'vrai', 'oui', 'verdadero', 'sí', 'si', 'waar'],
    ...['aktiv', 'abonniert', 'angemeldet', 'bestätigt', 'actif', 'abonné', 'abonnée', 'inscrit', 'inscrite'],
    ...['activo', 'activa', 'suscrito', 'suscrita', 'actief', 'aangemeld', 'ingeschreven', 'geabonneerd'],
  ],
  pending: [
    ...['pending', 'unconfirmed', 'awaiting', 'waiting', 'validating', 'needs attention'],
    ...['ausstehend', 'unbestätigt', 'wartend', 'en attente', 'non confirmé', 'pendiente', 'sin confirmar'],
    ...['in afwachting'],
  ],
  unsubscribed: [
    ...['unsubscribed', 'non-subscribed', 'nonsubscribed', 'not subscribed', 'cancelled', 'canceled'],
    ...['opted out', 'opted-out', 'opt-out'],
    ...['false', 'no', 'n', '0', 'falsch', 'nein', 'faux', 'non', 'falso', 'nee', 'onwaar'],
    ...['abgemeldet', 'abbestellt', 'widerrufen', 'désabonné', 'désabonnée', 'désinscrit'],
    ...['désinscrite', 'dado de baja', 'dada de baja', 'baja', 'cancelado', 'afgemeld'],
    ...['uitgeschreven', 'geannuleerd'],
  ],
  suppressed: [
    ...['suppressed', 'cleaned', 'bounced', 'hard bounced', 'complained', 'blocked', 'blocklisted'],
    ...['blacklisted', 'spam', 'marked as spam', 'undeliverable'],
    ...['gesperrt', 'unzustellbar', 'bloqué', 'rejeté', 'bloqueado', 'rebotado', 'geblokkeerd'],
  ],
};

/** The further behind, the more it counts where several are said of one person. */
export const statusesByWeight = ['active', 'pending', 'unsubscribed', 'suppressed'] as const;

const statuses: ReadonlyMap<string, DraftStatus> = new Map(
  statusesByWeight.flatMap((status) => words[status].map((word) => [word, status] as const)),
);

/** What the cell of a status column says; a tool's own words go before the usual ones. */
export function statusOf(written: string, known?: KnownExport): DraftStatus | undefined {
  const word = written.normalize('NFC').toLowerCase().replaceAll('_', ' ');
  const own = known?.statuses;
  if (own !== undefined && Object.hasOwn(own, word)) return own[word];
  return statuses.get(word);
}
