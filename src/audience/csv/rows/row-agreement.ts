import type { DraftStatus } from '../../subscriber.ts';
import { isTwoDays, readMoment } from './read-moment.ts';
import type { Row } from './row.ts';
import { answerOf, statusOf } from './status-words.ts';

/** Yes, no, or the day on which it was said. Of whoever did not answer nobody knows whether they want mail. */
export function readAgreement({ cells, columns }: Row, column: number): DraftStatus | undefined {
  const written = cells[column] ?? '';
  if (written === '') return 'pending';
  const status = statusOf(written, columns.known) ?? readSentence(written);
  if (status !== undefined) return status;
  return readMoment(written, columns.dayOrders?.get(column)) === undefined ? undefined : 'active';
}

const agreeing =
  /^(?:agreed?|accepted|granted|given|erteilt|zugestimmt|einverstanden|ich stimme zu|i agree|j'accepte|acepto|akkoord|ok(?:ay)?)\W*$/i;
const refusing = /^(?:declined|denied|refused|withdrawn|revoked|abgelehnt|verweigert|entzogen)\W*$/i;
const polite = /^(?:please|thanks|thank you|bitte|gerne?|danke|merci|gracias|por favor|graag)\W*$/i;
const takesBack =
  /(?<!\p{L})(?:no|not|but|only|nicht|kein\p{L}*|aber|nur|pas|mais|pero|solo|niet|maar|unsub\p{L}*|abge\p{L}*|widerr\p{L}*)(?!\p{L})/iu;

/** What forms offer: `Yes, please`, `Nein danke!`, `Ja, ich möchte Mails` — and not `Yes, but only by telephone`. */
function readSentence(written: string): DraftStatus | undefined {
  if (agreeing.test(written)) return 'active';
  if (refusing.test(written)) return 'unsubscribed';
  const [, first = '', sign = '', rest = ''] =
    /^([\p{L}\d]{1,10})(?:\s*([,.!:;(–-]+))?\s*(.*)$/u.exec(written) ?? [];
  const answer = answerOf(first);
  if (answer === undefined || !(sign !== '' || polite.test(rest))) return undefined;
  if (!answer) return 'unsubscribed';
  return takesBack.test(rest) ? undefined : 'active';
}

/** Why a cell is none of these. */
export function noAnswer({ cells, columns }: Row, column: number): string {
  const [title, written] = [columns.titles[column] ?? '', cells[column] ?? ''];
  return isTwoDays(written)
    ? `“${title}” says “${written}”, which can be two days: write it as 2026-01-31`
    : `“${title}” says “${written}”, which is neither yes nor no nor a day`;
}

/** The day that stands where others say yes. */
export function readAgreementDay({ cells, columns }: Row): string | undefined {
  for (const column of columns.roles.agreed ?? []) {
    const moment = readMoment(cells[column] ?? '', columns.dayOrders?.get(column));
    if (moment !== undefined) return moment;
  }
  return undefined;
}
