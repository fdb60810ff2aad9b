import type { DatabaseSync } from 'node:sqlite';
import { type Confirming, confirmWithin, type SignUpStore } from '../../audience/sign-up-store.ts';
import { leftByThemselves, wayBackOf } from '../../audience/way-back.ts';
import { erasureHash } from './erasure-hash.ts';
import type { JoinCommit } from './group-commits.ts';
import { integerOf, optionalIntegerOf, optionalTextOf, type Row, textOf } from './read-row.ts';
import { prepareTell } from './tell-event.ts';
import { readSecret } from './token-secrets.ts';

/** The statements that make somebody active who has shown that the address is theirs. */
export function prepareConfirm(
  database: DatabaseSync,
  join: JoinCommit,
): Pick<SignUpStore, 'lookAt' | 'confirm'> {
  const read = database.prepare(
    `SELECT sign_up.*, wording.text AS agreed, subscriber.canonical, subscriber.status, suppression.reason,
       suppression.at AS left_at FROM sign_up
     JOIN wording ON version = wording
     JOIN subscriber ON subscriber.id = subscriber_id LEFT JOIN suppression USING (canonical)
     WHERE sign_up.id = ?`,
  );
  const hashErased = erasureHash(readSecret(database));
  // Whoever typed the address into the form may be a stranger: a name that is known stays.
  const activate = database.prepare(
    `UPDATE subscriber SET name = coalesce(name, :name), status = 'active',
       joined_at = iif(status = 'pending', :at, joined_at) WHERE id = :id`,
  );
  const forgive = database.prepare('DELETE FROM suppression WHERE canonical = ?');
  const forgetErasure = database.prepare('DELETE FROM erasure WHERE hash = ?');
  const addConsent = database.prepare(
    `INSERT INTO consent (subscriber_id, source, at, proof, wording, recorded_at)
     VALUES (:id, 'form', :at, :proof, :agreed, :now)`,
  );
  const addTags = database.prepare(
    `INSERT INTO subscriber_tag (subscriber_id, tag) SELECT ?, value FROM json_each(?) WHERE true
     ON CONFLICT DO NOTHING RETURNING tag`,
  );
  const tell = prepareTell(database);
  const use = database.prepare('UPDATE sign_up SET confirmed_at = ?, due_at = NULL WHERE id = ?');

  const activatePerson = (row: Row, now: number): void => {
    const id = integerOf(row, 'subscriber_id');
    const canonical = textOf(row, 'canonical');
    const at = new Date(now).toISOString();
    activate.run({ id, name: optionalTextOf(row, 'name') ?? null, at });
    forgive.run(canonical);
    forgetErasure.run(hashErased(canonical));
    const asked = new Date(integerOf(row, 'asked_at')).toISOString();
    const wording = textOf(row, 'wording');
    const proof = `asked at ${asked} with wording ${wording}, confirmed by mail`;
    addConsent.run({ id, at, proof, agreed: textOf(row, 'agreed'), now });
    tell(id, now, 'confirmed', `by the link in a mail; was ${standingBefore(row)}`);
    const tags = addTags.all(id, textOf(row, 'topics')).map((added) => textOf(added, 'tag'));
    if (tags.length > 0) tell(id, now, 'tagged', `${tags.join(', ')} (by themselves)`);
    use.run(now, integerOf(row, 'id'));
  };

  return {
    lookAt: (signUpId, now) => standingOf(read.get(signUpId), now),
    confirm: (signUpId, now) =>
      join(() => {
        const row = read.get(signUpId);
        const standing = standingOf(row, now);
        if (row !== undefined && standing === 'open') activatePerson(row, now);
        return standing;
      }),
  };
}

function standingOf(row: Row | undefined, now: number): Confirming {
  if (row === undefined) return 'late';
  const reason = optionalTextOf(row, 'reason');
  // Whoever has left since is not on the list, and comes back by asking anew.
  if (optionalIntegerOf(row, 'confirmed_at') !== undefined)
    return reason === undefined ? 'confirmed' : 'late';
  // Whoever left after they had asked meant it; a mail that came back meanwhile is answered by the link.
  const hasLeft = reason === leftByThemselves && integerOf(row, 'left_at') > integerOf(row, 'asked_at');
  const isBarred = hasLeft || wayBackOf(reason) !== 'form';
  return isBarred || integerOf(row, 'asked_at') + confirmWithin < now ? 'late' : 'open';
}

/** For the story: a suppression outweighs the status. */
function standingBefore(row: Row): string {
  const reason = optionalTextOf(row, 'reason');
  if (reason === undefined) return textOf(row, 'status');
  return reason === leftByThemselves ? reason : `suppressed (${reason})`;
}
