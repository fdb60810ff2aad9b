/** Where anybody can have a mailbox. The last part of a domain does not count: `yahoo.co.uk` is `yahoo`. */
const providers: ReadonlySet<string> = new Set([
  ...['gmail', 'googlemail', 'outlook', 'hotmail', 'live', 'msn', 'yahoo', 'ymail', 'rocketmail', 'icloud'],
  ...[
    'proton',
    'protonmail',
    'gmx',
    'web',
    't-online',
    'freenet',
    'aol',
    'fastmail',
    'hey',
    'zoho',
    'zohomail',
  ],
  ...['mail', 'email', 'qq', '163', '126', 'sina', 'naver', 'daum', 'hanmail', 'yandex', 'orange', 'wanadoo'],
  ...['laposte', 'sfr', 'libero', 'virgilio', 'posteo', 'mailbox', 'tutanota', 'tuta', 'tutamail', 'duck'],
  ...['btinternet', 'sky', 'comcast', 'verizon', 'bigpond', 'rediffmail', 'uol', 'bol', 'terra', 'seznam'],
  ...['bluewin', 'ziggo', 'kpnmail', 'telenet', 'skynet', 'shaw', 'rogers', 'telus', 'sympatico', 'runbox'],
]);

/** Names that are too short to count under every ending. */
const domains: ReadonlySet<string> = new Set([
  ...['me.com', 'mac.com', 'pm.me', 'free.fr', 'o2.pl', 'wp.pl', 'att.net', 'cox.net', 'btopenworld.com'],
]);

/** Whether an e-mail address there says nothing about whom its owner works for. */
export function isPublicMailbox(domain: string): boolean {
  const [, name = ''] = /^([^.]+)\.(?:(?:co|com|net|ne|org)\.)?[a-z]+$/.exec(domain.toLowerCase()) ?? [];
  return domains.has(domain.toLowerCase()) || providers.has(name);
}
