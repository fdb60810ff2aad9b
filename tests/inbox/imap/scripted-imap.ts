import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { TestCertificate } from '../../smtp/make-certificate.ts';

/** A message in the only folder of the server. */
export interface ScriptedMail {
  readonly uid: number;
  readonly text: string;
  seen: boolean;
  /** Where it was moved to. */
  folder?: string;
  /** Bytes that the server says it has; what it has unless told. */
  readonly size?: number;
}

/** An IMAP server on loopback that knows one user, one folder and the commands that a reader of mail needs. */
export interface ScriptedImap extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** The lines that came, without their tags. */
  readonly heard: readonly string[];
  readonly folders: readonly string[];
}

export interface ScriptedOptions {
  readonly capabilities?: string;
  /** With one it speaks TLS from the first byte. */
  readonly certificate?: TestCertificate;
  /** Refuses to mark mails, as of a folder that is shared. */
  readonly keepsMarks?: boolean;
}

export const imapLogin = { user: 'hello@penny.example', password: 'one opinion' };

export async function startImap(
  mails: readonly ScriptedMail[],
  {
    capabilities = 'IMAP4rev1 NAMESPACE UIDPLUS MOVE',
    certificate,
    keepsMarks = false,
  }: ScriptedOptions = {},
): Promise<ScriptedImap> {
  const heard: string[] = [];
  const folders = ['INBOX'];
  const sockets = new Set<Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write(`* OK [CAPABILITY ${capabilities}] ready\r\n`);
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines)
        socket.write(answer(line, { mails, heard, folders, capabilities, keepsMarks }), 'latin1');
    });
  };
  const server = certificate === undefined ? createServer(serve) : createTlsServer(certificate, serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('there is no port');
  const { user, password } = imapLogin;
  return {
    port: address.port,
    url: `${certificate === undefined ? 'imap' : 'imaps'}://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${address.port}/INBOX`,
    heard,
    folders,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

interface State {
  readonly mails: readonly ScriptedMail[];
  readonly heard: string[];
  readonly folders: string[];
  readonly capabilities: string;
  readonly keepsMarks: boolean;
}

function answer(line: string, state: State): string {
  const [tag = '*', command = '', ...words] = line.split(' ');
  const verb = command === 'UID' ? `UID ${words.shift()}` : command;
  state.heard.push(line.slice(tag.length + 1));
  const ok = (said = ''): string => `${said}${tag} OK done\r\n`;
  const rest = words.join(' ');
  switch (verb.toUpperCase()) {
    case 'CAPABILITY':
      return ok(`* CAPABILITY ${state.capabilities}\r\n`);
    case 'LOGIN':
      return rest === `"${imapLogin.user}" "${imapLogin.password}"`
        ? ok()
        : `${tag} NO [AUTHENTICATIONFAILED] no such user, or another password\r\n`;
    case 'NAMESPACE':
      return ok('* NAMESPACE (("" "/")) NIL NIL\r\n');
    case 'LIST':
      return ok(state.folders.map((name) => `* LIST (\\HasNoChildren) "/" "${name}"\r\n`).join(''));
    case 'SELECT':
    case 'EXAMINE':
      return state.folders.includes(rest.replaceAll('"', ''))
        ? ok(`* ${here(state).length} EXISTS\r\n* OK [UIDVALIDITY 1] ids\r\n* OK [UIDNEXT 99] next\r\n`)
        : `${tag} NO [NONEXISTENT] no such folder\r\n`;
    case 'UID SEARCH':
      return ok(`* SEARCH ${found(rest, state).join(' ')}\r\n`);
    case 'UID FETCH':
      return ok(fetched(rest, state));
    case 'UID STORE':
      if (state.keepsMarks) return `${tag} NO [NOPERM] marks cannot be changed here\r\n`;
      for (const mail of named(words[0], state)) mail.seen ||= rest.includes('\\Seen');
      return ok();
    case 'CREATE':
      state.folders.push(rest.replaceAll('"', ''));
      return ok();
    case 'UID MOVE':
      for (const mail of named(words[0], state)) mail.folder = (words[1] ?? '').replaceAll('"', '');
      return ok();
    case 'LOGOUT':
      return `* BYE\r\n${tag} OK done\r\n`;
    case 'NOOP':
    case 'ID':
    case 'ENABLE':
    case 'CLOSE':
      return ok();
    default:
      return `${tag} BAD unknown: ${verb}\r\n`;
  }
}

function here({ mails }: State): ScriptedMail[] {
  return mails.filter(({ folder }) => folder === undefined);
}

function found(criteria: string, state: State): number[] {
  return here(state)
    .filter(({ seen }) => !(criteria.includes('UNSEEN') && seen))
    .map(({ uid }) => uid);
}

function named(range = '', state: State): ScriptedMail[] {
  const wanted = range.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split(':').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return here(state).filter(({ uid }) => wanted.includes(uid));
}

function fetched(query: string, state: State): string {
  const withSource = query.includes('BODY.PEEK[]');
  return named(query.split(' ', 1)[0], state)
    .map(({ uid, text, size = text.length }, index) => {
      const items = [`UID ${uid}`, ...(query.includes('RFC822.SIZE') ? [`RFC822.SIZE ${size}`] : [])];
      if (withSource) items.push(`BODY[] {${text.length}}\r\n${text}`);
      return `* ${index + 1} FETCH (${items.join(' ')})\r\n`;
    })
    .join('');
}
