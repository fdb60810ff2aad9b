import { createPublicKey } from 'node:crypto';
import type { SigningKey } from '../delivery/signing/signing-key.ts';
import { type Check, fine, unanswered } from './check.ts';
import type { Examination } from './examination.ts';
import type { NameServer } from './name-server.ts';
import { readTags } from './read-tags.ts';

const name = 'dkim';

/** Whether receivers find the public half of our key, and no other (RFC 6376 §3.6). */
export async function checkDkim({ signingKey }: Examination, names: NameServer): Promise<readonly Check[]> {
  if (signingKey === undefined) {
    return [
      {
        name,
        state: 'note',
        detail: 'penny does not sign: your mail server must, which cannot be seen from here',
        hint: 'ask your provider, or set dkim: in newsletter.yaml',
      },
    ];
  }
  if ('problem' in signingKey) return [];
  const { domain, selector } = signingKey;
  const place = `${selector}._domainkey.${domain}`;
  const answers = await names.txt(place);
  const fault = findFault(answers, { place, signingKey });
  return [fault === undefined ? fine(name, `our key is published at ${place}`) : { name, ...fault }];
}

interface Sought {
  readonly place: string;
  readonly signingKey: SigningKey;
}

function findFault(
  answers: readonly string[] | 'none' | 'failed',
  { place, signingKey }: Sought,
): Omit<Check, 'name'> | undefined {
  const ours = createPublicKey(signingKey.key).export({ type: 'spki', format: 'der' }).toString('base64');
  const hint = `publish TXT at ${place}: v=DKIM1; k=rsa; p=${ours}`;
  if (answers === 'failed') return unanswered(name, place);
  const keys = answers === 'none' ? [] : answers.filter((text) => /(^|;)\s*p\s*=/i.test(text));
  const [key] = keys;
  if (key === undefined) return { state: 'error', detail: `there is no key at ${place}`, hint };
  if (keys.length > 1)
    return {
      state: 'error',
      detail: `there are ${keys.length} keys at ${place}, and receivers take any`,
      hint: `leave one. ${hint}`,
    };
  const tags = readTags(key);
  const published = (tags.get('p') ?? '').replaceAll(/\s/g, '');
  if (published === '')
    return {
      state: 'error',
      detail: `the key at ${place} is revoked (p= is empty)`,
      hint: `make a new key under a new selector, or ${hint}`,
    };
  if (tags.has('v') && tags.get('v') !== 'DKIM1')
    return { state: 'error', detail: `the record at ${place} does not start with v=DKIM1`, hint };
  if (published !== ours || (tags.get('k') ?? 'rsa') !== 'rsa')
    return {
      state: 'error',
      detail: `another key is published at ${place} than the one we sign with`,
      hint,
    };
  return findLimit(tags, { place, hint });
}

/** What the record allows the key for. */
function findLimit(
  tags: ReadonlyMap<string, string>,
  { place, hint }: { readonly place: string; readonly hint: string },
): Omit<Check, 'name'> | undefined {
  const listed = (tag: string): readonly string[] =>
    (tags.get(tag) ?? '').split(':').map((one) => one.trim());
  if (tags.has('h') && !listed('h').includes('sha256'))
    return { state: 'error', detail: `the key at ${place} is not for sha256 (h=)`, hint };
  if (tags.has('s') && !listed('s').some((service) => service === '*' || service === 'email'))
    return { state: 'error', detail: `the key at ${place} is not for mail (s=)`, hint };
  if (listed('t').includes('y'))
    return {
      state: 'warning',
      detail: `the key at ${place} says that it is only tried out (t=y)`,
      hint: 'take t=y out once mail is verified',
    };
  return undefined;
}
