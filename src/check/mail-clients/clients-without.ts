import { answers } from './caniemail.ts';
import { clients } from './clients.ts';

type Client = (typeof clients)[number];

/** A use of HTML or CSS, as the support tables know it. */
export interface Feature {
  /** Its name in the data, such as `css-display-flex`. */
  readonly feature: string;
  /** This use is just what the clients leave out that support the feature in part. */
  readonly partly?: true;
}

/**
 * The clients in which a feature does nothing, as they are named in a sentence: `Gmail and classic Outlook`. None if
 * it works in all those in which many people read, or if nobody knows the feature.
 *
 * @param hidden the client that never gets to see this use
 */
export function clientsWithout({ feature, partly }: Feature, hidden?: Client): string | undefined {
  const support = answers[feature] ?? '';
  const lacks = (client: Client): boolean => {
    const answer = support[clients.indexOf(client)];
    return client !== hidden && (answer === 'n' || (partly === true && answer === 'a'));
  };
  if (!widelyRead.some(lacks)) return undefined;
  const named = families.flatMap(({ family, members }) => {
    const lacking = members.filter(([client]) => lacks(client));
    return lacking.length === members.length ? [family] : lacking.map(([, name]) => name);
  });
  return new Intl.ListFormat('en').format(named);
}

/** Together, what three of four people read in, and the two Outlooks of companies. */
const widelyRead: readonly Client[] = [
  'gmail/desktop-webmail',
  'gmail/ios',
  'gmail/android',
  'outlook/windows',
  'outlook/outlook-com',
  'apple-mail/macos',
  'apple-mail/ios',
];

interface Family {
  /** Stands for all its members. */
  readonly family: string;
  readonly members: readonly (readonly [Client, name: string])[];
}

/** Classic Outlook draws with Word; the new one on Windows is Outlook.com in a window. */
const families: readonly Family[] = [
  {
    family: 'Gmail',
    members: [
      ['gmail/desktop-webmail', 'Gmail on the web'],
      ['gmail/ios', 'Gmail on iOS'],
      ['gmail/android', 'Gmail on Android'],
      ['gmail/mobile-webmail', 'Gmail in a phone’s browser'],
    ],
  },
  {
    family: 'Outlook',
    members: [
      ['outlook/windows', 'classic Outlook'],
      ['outlook/outlook-com', 'Outlook.com'],
      ['outlook/macos', 'Outlook on macOS'],
      ['outlook/ios', 'Outlook on iOS'],
      ['outlook/android', 'Outlook on Android'],
    ],
  },
  {
    family: 'Apple Mail',
    members: [
      ['apple-mail/macos', 'Apple Mail on macOS'],
      ['apple-mail/ios', 'Apple Mail on iOS'],
    ],
  },
  {
    family: 'Yahoo Mail',
    members: [
      ['yahoo/desktop-webmail', 'Yahoo Mail on the web'],
      ['yahoo/ios', 'Yahoo Mail on iOS'],
      ['yahoo/android', 'Yahoo Mail on Android'],
    ],
  },
  { family: 'Samsung Email', members: [['samsung-email/android', 'Samsung Email']] },
  { family: 'Thunderbird', members: [['thunderbird/macos', 'Thunderbird']] },
];
