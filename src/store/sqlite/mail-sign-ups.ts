import type { DatabaseSync } from 'node:sqlite';
import { confirmWithin, type DueConfirmation, type SignUpStore } from '../../audience/sign-up-store.ts';
import type { EmailAddress } from '../../audience/subscriber.ts';
import type { JoinCommit } from './group-commits.ts';
import { integerOf, type Row, textOf } from './read-row.ts';

/** Milliseconds for which whoever takes a mail has it for themselves. */
const lease = 600_000;

/**
 * The statements about the mails that ask whether somebody wants the newsletter.
 *
 * @param lookAt how the link in such a mail stands: one that would not work is not mailed
 */
export function prepareConfirmationMails(
  database: DatabaseSync,
  join: JoinCommit,
  lookAt: SignUpStore['lookAt'],
): Pick<SignUpStore, 'takeDue' | 'markMailed' | 'putOff' | 'forgetLate'> {
  const take = database.prepare(
    `UPDATE sign_up SET due_at = :now + ${lease}, tries = tries + 1
     WHERE id = (SELECT id FROM sign_up WHERE due_at <= :now ORDER BY due_at LIMIT 1)
     RETURNING id, tries, (SELECT address FROM subscriber WHERE subscriber.id = subscriber_id) AS address`,
  );
  const findDue = database.prepare('SELECT 1 FROM sign_up WHERE due_at <= ? LIMIT 1');
  const setDue = database.prepare('UPDATE sign_up SET due_at = ? WHERE id = ?');
  // Not whoever is known from elsewhere, too: a list that was imported since says more of them than an address.
  const forgetPeople = database.prepare(
    `DELETE FROM subscriber WHERE status = 'pending' AND fields = '{}'
       AND NOT EXISTS (SELECT 1 FROM subscriber_tag WHERE subscriber_id = subscriber.id)
       AND EXISTS (SELECT 1 FROM sign_up WHERE subscriber_id = subscriber.id AND is_new = 1)
       AND NOT EXISTS (SELECT 1 FROM sign_up WHERE subscriber_id = subscriber.id AND asked_at >= :limit)`,
  );
  const forgetSignUps = database.prepare('DELETE FROM sign_up WHERE confirmed_at IS NULL AND asked_at < ?');

  return {
    // Looking takes no lock: mostly nothing is due.
    takeDue: async (now) => {
      if (findDue.get(now) === undefined) return undefined;
      return join(() => {
        for (let row = take.get({ now }); row !== undefined; row = take.get({ now })) {
          const due = toDue(row);
          if (lookAt(due.signUpId, now) === 'open') return due;
          setDue.run(null, due.signUpId);
        }
        return undefined;
      });
    },
    markMailed: (signUpId) => join(() => void setDue.run(null, signUpId)),
    putOff: (signUpId, dueAt) => join(() => void setDue.run(dueAt ?? null, signUpId)),
    forgetLate: (now) =>
      join(() => {
        const limit = now - confirmWithin;
        const { changes } = forgetPeople.run({ limit });
        forgetSignUps.run(limit);
        return Number(changes);
      }),
  };
}

function toDue(row: Row): DueConfirmation {
  return {
    signUpId: integerOf(row, 'id'),
    address: textOf(row, 'address') as EmailAddress,
    tries: integerOf(row, 'tries'),
  };
}
