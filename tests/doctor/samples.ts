import type { Check } from '../../src/doctor/check.ts';
import type { Examination, ServerObservation } from '../../src/doctor/examination.ts';
import type { NameServer, NoAnswer } from '../../src/doctor/name-server.ts';

const now = Date.UTC(2026, 10, 23, 9);

export const server: ServerObservation = {
  description: 'smtp.example.com:587',
  loopback: false,
  user: 'hello@penny.example',
  tls: { protocol: 'TLSv1.3', validTo: now + 60 * 86_400_000 },
  size: 35_000_000,
  takesUtf8: true,
};

/** A set-up with which nothing is wrong. */
export function examination(part: Partial<Examination> = {}): Examination {
  return {
    url: 'https://penny.example',
    sender: {
      address: 'hello@penny.example',
      replyTo: 'hello@penny.example',
      postalAddress: '1 Market St',
    },
    server,
    endpoint: { status: 404, isOurs: true, clock: { theirs: now - 1000, ours: now } },
    database: { path: '.penny/penny.db', exists: true, openToOthers: [], free: 10_000_000_000 },
    unsubscribe: 'both',
    bounceDomain: 'bounces.penny.example',
    neverNames: 3,
    hostname: 'mail.penny.example',
    now,
    ...part,
  };
}

/** `TXT penny.example` → answers. What is not in it is not there. */
export type Zone = Readonly<Record<string, readonly string[] | NoAnswer>>;

export const goodZone: Zone = {
  'TXT penny.example': ['google-site-verification=x', 'v=spf1 include:spf.example.com -all'],
  'TXT spf.example.com': ['v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all'],
  'TXT _dmarc.penny.example': ['v=DMARC1; p=none; rua=mailto:dmarc@penny.example'],
  'MX penny.example': ['mx.example.com'],
  'TXT bounces.penny.example': ['v=spf1 include:spf.example.com -all'],
  'MX bounces.penny.example': ['mx.example.com'],
};

/** A name server that knows one zone; `asked` is what it was asked. */
export function nameServer(zone: Zone): NameServer & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const ask = async (type: string, name: string): Promise<readonly string[] | NoAnswer> => {
    asked.push(`${type} ${name}`);
    return zone[`${type} ${name}`] ?? 'none';
  };
  return {
    asked,
    txt: (name) => ask('TXT', name),
    mx: (name) => ask('MX', name),
    addresses: (name) => ask('A', name),
    reverse: (address) => ask('PTR', address),
  };
}

/** As `name: state`, what is not ok. */
export function troubles(checks: readonly Check[]): string[] {
  return checks.filter(({ state }) => state !== 'ok').map(({ name, state }) => `${name}: ${state}`);
}
