import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { askedProof } from '../../audience/consent-proof.ts';
import { type SignUpRequest, type SignUpStore, signUpLimits } from '../../audience/sign-up-store.ts';
import { wayBackOf } from '../../audience/way-back.ts';
import type { JoinCommit } from './group-commits.ts';
import { integerOf, optionalTextOf } from './read-row.ts';
import { prepareTell } from './tell-event.ts';

/** The statements that write down that somebody asked for the newsletter. */
export function prepareAsk(database: DatabaseSync, join: JoinCommit): Pick<SignUpStore, 'ask'> {
  const find = database.prepare('SELECT id FROM subscriber WHERE canonical = ?');
  const add = database.prepare(
    `INSERT INTO subscriber (address, canonical, status, fields, joined_at)
     VALUES (:address, :canonical, 'pending', '{}', :at) RETURNING id`,
  );
  const addConsent = database.prepare(
    `INSERT INTO consent (subscriber_id, source, at, proof, wording, recorded_at)
     VALUES (:id, 'form', :at, :proof, :wording, :now)`,
  );
  const keepWording = database.prepare(
    'INSERT INTO wording (version, text, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  // A link that was used was wanted, by whoever reads the mail of that address, and one from before they left works no
  // more: these stand in nobody's way.
  const countRecent = database.prepare(
    `SELECT count(*) AS asked, count(*) FILTER (WHERE confirmed_at IS NULL AND asked_at > ifnull(suppression.at, 0)) AS unanswered
     FROM sign_up JOIN subscriber ON subscriber.id = subscriber_id LEFT JOIN suppression USING (canonical)
     WHERE subscriber_id = ? AND asked_at > ?`,
  );
  // Before they confirm anybody may have asked, the first time as the second: nobody loses what they chose, and of two
  // names none is taken.
  const askAgain = database.prepare(
    `UPDATE sign_up SET name = iif(name IS :name, name, NULL), topics = (SELECT json_group_array(value) FROM (
       SELECT value FROM json_each(sign_up.topics) UNION SELECT value FROM json_each(:topics)))
     WHERE id = (SELECT max(id) FROM sign_up WHERE subscriber_id = :id AND confirmed_at IS NULL AND asked_at > :since)`,
  );
  const findReason = database.prepare('SELECT reason FROM suppression WHERE canonical = ?');
  // Who was new and has not confirmed is new as long as they ask: they are forgotten by that.
  const addSignUp = database.prepare(
    `INSERT INTO sign_up (subscriber_id, is_new, asked_at, name, topics, wording, due_at)
     SELECT :id, max(:isNew, EXISTS (
         SELECT 1 FROM sign_up WHERE subscriber_id = :id AND is_new = 1 AND confirmed_at IS NULL)),
       :now, :name, :topics, :wording, :dueAt`,
  );
  // Whoever is not written down waits for the disk, too: how long an answer takes would tell strangers who has asked.
  const pretend = database.prepare(
    `INSERT INTO meta (key, value) VALUES ('asked in vain', 1) ON CONFLICT (key) DO UPDATE SET value = value + 1`,
  );

  const tell = prepareTell(database);

  const addPending = (request: SignUpRequest, version: string, now: number): number => {
    const { address, canonical, wording } = request;
    const at = new Date(now).toISOString();
    const id = integerOf(add.get({ address, canonical, at }) ?? {}, 'id');
    addConsent.run({ id, at, proof: askedProof(version), wording, now });
    return id;
  };

  const tellAsked = (id: number, now: number): number => {
    tell(id, now, 'asked', 'for the newsletter by the form');
    return id;
  };

  const isTooSoon = (id: number, now: number): boolean => {
    const recent = countRecent.get(id, now - signUpLimits.within) ?? {};
    const [all, unanswered] = [integerOf(recent, 'asked'), integerOf(recent, 'unanswered')];
    return all >= signUpLimits.all || unanswered >= signUpLimits.unanswered;
  };

  // Everybody's reason is looked for: what a mail depends on costs the same to find out for all.
  const isAsked = (canonical: string): boolean =>
    wayBackOf(optionalTextOf(findReason.get(canonical) ?? { reason: null }, 'reason')) === 'form';

  return {
    ask: (request, now) =>
      join(() => {
        const { canonical, name, topics } = request;
        const wording = versionOf(request.wording);
        const row = find.get(canonical);
        const known = row === undefined ? undefined : integerOf(row, 'id');
        const said = { name: name ?? null, topics: JSON.stringify(topics) };
        if (known !== undefined && isTooSoon(known, now)) {
          askAgain.run({ ...said, id: known, since: now - signUpLimits.within });
          return void pretend.run();
        }
        keepWording.run(wording, request.wording, now);
        const id = known === undefined ? addPending(request, wording, now) : tellAsked(known, now);
        addSignUp.run({
          id,
          isNew: known === undefined ? 1 : 0,
          now,
          ...said,
          wording,
          dueAt: isAsked(canonical) ? now : null,
        });
      }),
  };
}

/** Names a wording for ever. */
function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
