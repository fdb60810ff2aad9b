import { parseAddress } from '../../audience/parse-address.ts';
import type { SignUpStore } from '../../audience/sign-up-store.ts';
import { readToken } from '../../audience/signed-token.ts';
import type { AudienceDesk } from '../../web/audience-desk.ts';

export interface DeskParts {
  readonly signUps: SignUpStore;
  /** The tags that people may choose. */
  readonly topics: readonly string[];
  /** What the form says. */
  readonly wording: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called when a mail may be due. */
  readonly onAsked: () => void;
}

/** The desk at which people join and leave: their words and tokens read, and written down. */
export function createDesk({ signUps, topics, wording, now, onAsked }: DeskParts): AudienceDesk {
  const subscriberOf = (token: string): number | undefined =>
    readToken(signUps.secrets(), 'unsubscribe', token);
  const signUpOf = (token: string): number | undefined => readToken(signUps.secrets(), 'confirm', token);

  return {
    async subscribe({ address, name, topics: wanted }) {
      const parsed = parseAddress(address);
      if ('problem' in parsed) return 'malformed';
      const cleanName = cleanLine(name);
      await signUps.ask(
        {
          address: parsed.address,
          canonical: parsed.canonical,
          ...(cleanName === '' ? {} : { name: cleanName }),
          topics: topics.filter((topic) => wanted.includes(topic)),
          wording,
        },
        now(),
      );
      onAsked();
      return 'taken';
    },
    lookAtConfirmation: (token) => {
      const id = signUpOf(token);
      return id === undefined ? undefined : signUps.lookAt(id, now());
    },
    confirm: async (token) => {
      const id = signUpOf(token);
      return id === undefined ? undefined : await signUps.confirm(id, now());
    },
    findLeaver: (token) => {
      const id = subscriberOf(token);
      if (id === undefined) return undefined;
      const found = signUps.findLeaver(id);
      if (found === undefined) return { isOnList: false, topics: [] };
      const { address, isOnList, tags } = found;
      const choices = topics.map((topic) => ({ name: topic, isChosen: tags.includes(topic) }));
      return { addressHint: hintAt(address), isOnList, topics: isOnList ? choices : [] };
    },
    unsubscribe: async (token, way) => {
      const id = subscriberOf(token);
      if (id === undefined) return false;
      await signUps.leave(id, way, now());
      return true;
    },
    chooseTopics: async (token, chosen) => {
      const id = subscriberOf(token);
      if (id === undefined) return false;
      await signUps.choose(id, { topics, chosen }, now());
      return true;
    },
    probe: () => signUps.probe(),
  };
}

/** What a name cannot hold where it is written down, in a header above all. */
function cleanLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
}

/** Enough for its owner to know it by, and for nobody else. */
function hintAt(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}…${address.slice(at)}`;
}
