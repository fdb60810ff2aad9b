import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { askAgainAfter, type SignUpRequest, type SignUpStore } from '../../audience/sign-up-store.ts';
import { leftByThemselves } from './end-subscription.ts';
import type { JoinCommit } from './group-commits.ts';
import { integerOf } from './read-row.ts';
import { prepareTell } from './tell-event.ts';

/** The statements that write down that somebody asked for the newsletter. */
export function prepareAsk(database: DatabaseSync, join: JoinCommit): Pick<SignUpStore, 'ask'> {
  const find = database.prepare('SELECT id FROM subscriber WHERE canonical = ?');
  const add = database.prepare(
    `INSERT INTO subscriber (address, canonical, name, status, fields, joined_at)
     VALUES (:address, :canonical, :name, 'pending', '{}', :at) RETURNING id`,
  );
  const addConsent = database.prepare(
    `INSERT INTO consent (subscriber_id, source, at, proof, wording, recorded_at)
     VALUES (:id, 'form', :at, :proof, :wording, :now)`,
  );
  const keepWording = database.prepare(
    'INSERT INTO wording (version, text, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const findRecent = database.prepare('SELECT 1 FROM sign_up WHERE subscriber_id = ? AND asked_at > ?');
  // One statement for everybody: whether a mail is due costs the same to find out either way.
  const addSignUp = database.prepare(
    `INSERT INTO sign_up (subscriber_id, is_new, asked_at, name, topics, wording, due_at)
     VALUES (:id, :isNew, :now, :name, :topics, :wording, iif(EXISTS (
       SELECT 1 FROM suppression WHERE canonical = :canonical AND reason <> '${leftByThemselves}'), NULL, :now))`,
  );

  const tell = prepareTell(database);

  const addPending = (request: SignUpRequest, version: string, now: number): number => {
    const { address, canonical, name = null, wording } = request;
    const at = new Date(now).toISOString();
    const id = integerOf(add.get({ address, canonical, name, at }) ?? {}, 'id');
    const proof = `asked by the form with wording ${version}, not confirmed`;
    addConsent.run({ id, at, proof, wording, now });
    return id;
  };

  const tellAsked = (id: number, now: number): number => {
    tell(id, now, 'asked', 'for the newsletter by the form');
    return id;
  };

  return {
    ask: (request, now) =>
      join(() => {
        const { canonical, name, topics } = request;
        const wording = versionOf(request.wording);
        const known = find.get(canonical);
        if (known !== undefined && findRecent.get(integerOf(known, 'id'), now - askAgainAfter) !== undefined)
          return;
        keepWording.run(wording, request.wording, now);
        const id =
          known === undefined ? addPending(request, wording, now) : tellAsked(integerOf(known, 'id'), now);
        addSignUp.run({
          id,
          isNew: known === undefined ? 1 : 0,
          now,
          name: name ?? null,
          topics: JSON.stringify(topics),
          wording,
          canonical,
        });
      }),
  };
}

/** Names a wording for ever. */
function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
