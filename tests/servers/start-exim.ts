import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Authority } from './create-authority.ts';
import { writeEximFiles } from './exim-files.ts';
import { findFreePort } from './free-port.ts';
import { MailProcess } from './mail-process.ts';
import { type MailServer, openServer, placeMailboxes } from './mail-server.ts';
import { createServerFolder } from './server-folder.ts';

export interface EximOptions {
  readonly program: string;
  /** Everybody who has a mailbox here. */
  readonly addresses: readonly string[];
  /** With a certificate it offers STARTTLS, and behind it takes a login. */
  readonly authority?: Authority;
  /** Whatever is not for a mailbox here goes to the server at this port. */
  readonly relayPort?: number;
}

/** Starts an Exim of our own in the foreground; what is left in its queue it tries again every second. */
export async function startExim({
  program,
  addresses,
  authority,
  relayPort,
}: EximOptions): Promise<MailServer> {
  await using parts = new AsyncDisposableStack();
  const folder = parts.use(createServerFolder('Exim')).path;
  const port = await findFreePort();
  const mailboxes = placeMailboxes(join(folder, 'mail'), addresses);
  const user = Number(execFileSync('id', ['-u', 'Debian-exim'], { encoding: 'utf8' }));
  const configuration = writeEximFiles({
    folder,
    program,
    user,
    port,
    mailboxes,
    ...(authority === undefined ? {} : { authority }),
    ...(relayPort === undefined ? {} : { relayPort }),
  });
  const running = parts.use(new MailProcess([program, '-C', configuration, '-bdf', '-q1s']));
  await running.takesConnections(port);
  const places = { port, log: join(folder, 'log/mainlog'), queues: [join(folder, 'spool/input')], mailboxes };
  return openServer(places, parts.move());
}
