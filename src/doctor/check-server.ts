import { type Check, fine } from './check.ts';
import type { Examination, ServerFailure, ServerObservation } from './examination.ts';

const day = 86_400_000;
/** Days before its end at which a certificate that nobody has renewed is worth a warning. */
const fewDays = 14;
/** Bytes that a usual message has, and one with pictures in it. */
const usualMessage = 200_000;
const largeMessage = 2_000_000;

/** The mail server: reached, in private, with a login, and willing to take what we send. */
export function checkServer({ server, now }: Examination): readonly Check[] {
  if (server === undefined) {
    return [
      {
        name: 'mail server',
        state: 'note',
        detail:
          'none is set, messages go to outbox/: login, TLS, certificate and size are skipped, and what is said of DNS does not matter yet',
        hint: 'set smtp: in newsletter.yaml, or SMTP_URL',
      },
    ];
  }
  if ('problem' in server)
    return [{ name: 'mail server', state: 'error', detail: server.problem, hint: server.hint }];
  const { failure } = server;
  const reached = failure === undefined || failure.kind === 'login';
  return [
    ...(reached ? [fine('mail server', server.description)] : []),
    ...(failure === undefined ? [] : [explainFailure(failure, server)]),
    ...checkTls(server),
    ...checkCertificate(server, now),
    ...(failure === undefined ? [checkLogin(server)] : []),
    ...(reached ? [checkSize(server), ...checkUtf8(server)] : []),
  ];
}

function explainFailure({ kind, text }: ServerFailure, { description, user }: ServerObservation): Check {
  const said = { state: 'error', detail: `${description}: ${text}` } as const;
  switch (kind) {
    case 'unreachable':
      return {
        name: 'mail server',
        ...said,
        hint: 'see that host and port are right; some networks let 587 and 465 through and 25 not',
      };
    case 'refused':
      return { name: 'mail server', ...said, hint: 'ask whoever runs the server' };
    case 'no TLS':
      return {
        name: 'tls',
        ...said,
        hint: 'try port 465, or another server: nothing is sent in clear text to another machine',
      };
    case 'expired':
      return { name: 'certificate', ...said, hint: 'ask whoever runs the server to renew its certificate' };
    case 'untrusted':
      return {
        name: 'certificate',
        ...said,
        hint: 'use the name that its certificate is for; one of your own authority is trusted with NODE_EXTRA_CA_CERTS',
      };
    case 'TLS first':
      return {
        name: 'tls',
        ...said,
        hint: 'use smtps:// and the port for that, often 465, or have the server let this machine in without TLS',
      };
    case 'login':
      return {
        name: 'login',
        state: 'error',
        detail: `refused for ${user ?? 'us'}: ${text}`,
        hint: 'see that user and SMTP_PASSWORD are right; many providers want a password made for programs',
      };
  }
}

function checkTls({ tls, loopback, failure }: ServerObservation): readonly Check[] {
  if (tls !== undefined) return [fine('tls', tls.protocol)];
  if (!loopback || failure !== undefined) return [];
  return [{ name: 'tls', state: 'note', detail: 'clear text, which stays on this machine', hint: '' }];
}

function checkCertificate({ tls }: ServerObservation, now: number): readonly Check[] {
  if (tls === undefined) return [];
  const name = 'certificate';
  const detail = `valid until ${new Date(tls.validTo).toISOString().slice(0, 10)}`;
  if (tls.validTo <= now)
    return [{ name, state: 'error', detail, hint: 'ask whoever runs the server to renew its certificate' }];
  if (tls.validTo - now >= fewDays * day) return [fine(name, detail)];
  return [{ name, state: 'warning', detail, hint: 'it must be renewed before then, or nothing is sent' }];
}

function checkLogin({ user }: ServerObservation): Check {
  if (user !== undefined) return fine('login', `as ${user}`);
  return { name: 'login', state: 'note', detail: 'no user is set, and none was asked for', hint: '' };
}

function checkSize({ size }: ServerObservation): Check {
  if (size === undefined) return fine('size', 'the server names no limit');
  const detail = `messages of up to ${Math.floor(size / 1000)} KB`;
  if (size >= largeMessage) return fine('size', detail);
  const isSmall = size < usualMessage;
  return {
    name: 'size',
    state: isSmall ? 'error' : 'warning',
    detail,
    hint: isSmall
      ? 'that is less than an issue may have: ask for a higher limit'
      : 'enough for text; pictures inside messages (images: embedded) may be too large',
  };
}

function checkUtf8({ takesUtf8 }: ServerObservation): readonly Check[] {
  if (takesUtf8) return [];
  return [
    {
      name: 'addresses',
      state: 'note',
      detail: 'the server takes no addresses such as jürgen@example.net (SMTPUTF8)',
      hint: 'those few people are told as failed, and stay on the list',
    },
  ];
}
