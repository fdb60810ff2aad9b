import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import { MailProcess } from './mail-process.ts';
import { type MailServer, openServer, placeMailboxes } from './mail-server.ts';
import { writePostfixFiles } from './postfix-files.ts';
import { createServerFolder } from './server-folder.ts';

export interface PostfixOptions {
  /** Where the package was unpacked. */
  readonly program: string;
  /** Everybody who has a mailbox here. */
  readonly addresses: readonly string[];
  /** Added to main.cf. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The folders of the queue that hold messages. */
const queues = ['maildrop', 'incoming', 'active', 'deferred', 'hold'];

/** Starts a Postfix of our own, with `master` and no other of its commands. */
export async function startPostfix({
  program,
  addresses,
  settings = {},
}: PostfixOptions): Promise<MailServer> {
  await using parts = new AsyncDisposableStack();
  const folder = parts.use(createServerFolder('Postfix')).path;
  const port = await findFreePort();
  const mailboxes = placeMailboxes(join(folder, 'mail'), addresses);
  writePostfixFiles({ folder, program, port, mailboxes, settings });
  const libraries = { LD_LIBRARY_PATH: join(program, 'usr/lib/postfix') };
  const words = [join(program, 'usr/lib/postfix/sbin/master'), '-c', join(folder, 'config'), '-d'];
  const running = parts.use(new MailProcess(words, libraries));
  await running.takesConnections(port);
  const places = {
    port,
    log: join(folder, 'mail.log'),
    queues: queues.map((name) => join(folder, 'queue', name)),
    mailboxes,
  };
  return openServer(places, parts.move());
}
