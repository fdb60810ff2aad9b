import type { DraftStatus } from '../../subscriber.ts';
import { isTwoDays, readMoment } from './read-moment.ts';
import { isNothing, type Row } from './row.ts';
import { answerOf, statusOf } from './status-words.ts';

/** Yes, no, or the day on which it was said. Of whoever did not answer nobody knows whether they want mail. */
export function readAgreement({ cells, columns }: Row, column: number): DraftStatus | undefined {
  const written = cells[column] ?? '';
  if (isNothing(written)) return 'pending';
  const status = statusOf(written, columns.known) ?? readSentence(written);
  if (status !== undefined) return status;
  return readMoment(written, columns.dayOrders?.get(column)) === undefined ? undefined : 'active';
}

const agreeing =
  /^(?:agreed?|accepted|granted|given|on|checked|express|(?:double|single) opt-?in|erteilt|zugestimmt|einverstanden|ich (?:stimme zu|willige ein)|i (?:agree|consent|accept)|j'accepte|acepto|akkoord|ok(?:ay)?)(?!\p{L})/iu;
const refusing =
  /^(?:declined|denied|refused|withdrawn|revoked|abgelehnt|verweigert|entzogen|zurückgezogen)\W*$/iu;
const polite = /^(?:please|thanks|thank you|bitte|gerne?|danke|merci|gracias|por favor|graag)\W*$/i;
/** What turns a yes into something else, wherever it stands behind it. */
const takesBack =
  /(?<!\p{L})(?:no|n|not|non|nein|but|only|never|don.?t|until|opt\p{L}*|withdr\p{L}*|revok\p{L}*|cancel\p{L}*|remov\p{L}*|nicht|nie|kein\p{L}*|aber|nur|bis|zurück\p{L}*|ausge\p{L}*|pas|mais|pero|solo|niet|maar|baja|unsub\p{L}*|ab(?:ge|be)\p{L}*|widerr\p{L}*|wider[sp]\p{L}*|d[ée]s(?:abonn|inscri)\p{L}*|afgemeld|uitge\p{L}*)(?!\p{L})/iu;

/** What forms offer: `Yes, please`, `Nein danke!`, `Ja, ich möchte Mails` — and not `Yes, but only by telephone`. */
function readSentence(written: string): DraftStatus | undefined {
  const agreed = agreeing.exec(written)?.[0];
  if (agreed !== undefined) return takesBack.test(written.slice(agreed.length)) ? undefined : 'active';
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

/** The columns that answer; all of them where none does. */
export function answeredColumns({ cells, columns: { roles } }: Row): readonly number[] {
  const all = roles.agreed ?? [];
  if (all.length < 2) return all;
  const answered = all.filter((column) => !isNothing(cells[column] ?? ''));
  return answered.length === 0 ? all : answered;
}

/** The day that stands where others say yes. */
export function readAgreementDay({ cells, columns }: Row): string | undefined {
  for (const column of columns.roles.agreed ?? []) {
    const moment = readMoment(cells[column] ?? '', columns.dayOrders?.get(column));
    if (moment !== undefined) return moment;
  }
  return undefined;
}
