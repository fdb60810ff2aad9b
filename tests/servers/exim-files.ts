import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Authority } from './create-authority.ts';

export interface EximFiles {
  /** The folder that holds everything. */
  readonly folder: string;
  /** Exim itself, which writes bounces by calling itself. */
  readonly program: string;
  /** The user that Exim was built for, by number. */
  readonly user: number;
  readonly port: number;
  /** The maildir of each address. */
  readonly mailboxes: ReadonlyMap<string, string>;
  /** With a certificate it offers STARTTLS, and behind it takes the login of `penny`. */
  readonly authority?: Authority;
  /** Whatever is not for a mailbox here goes to the server at this port, and comes back when that refuses it. */
  readonly relayPort?: number;
}

/** Whom the server lets in, and with what. */
export const eximLogin = { user: 'penny', password: 'one opinion' };

/** Writes the configuration of an Exim that listens on one port of loopback and delivers into its folder. */
export function writeEximFiles(files: EximFiles): string {
  const { folder, user, mailboxes } = files;
  for (const name of ['spool', 'mail', 'log']) {
    mkdirSync(join(folder, name));
    chownSync(join(folder, name), user, -1);
  }
  const lines = [...mailboxes].map(([address, box]) => `${JSON.stringify(address)}: ${box}\n`);
  writeFileSync(join(folder, 'mailboxes'), lines.join(''));
  const path = join(folder, 'exim.conf');
  writeFileSync(path, configuration(files));
  return path;
}

function configuration({ folder, program, port, authority, relayPort }: EximFiles): string {
  const tls = authority && `tls_certificate = ${authority.certificate}\ntls_privatekey = ${authority.key}\n`;
  return `
primary_hostname = mx.penny.example
exim_path = ${program}
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
host_lookup =
keep_environment =
deliver_drop_privilege = true
smtp_accept_max = 50
smtp_accept_queue_per_connection = 0
tls_advertise_hosts = ${authority === undefined ? '' : '*'}
${tls ?? ''}auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
acl_smtp_rcpt = known
begin acl
known:
${relayPort === undefined ? '' : '  accept\n'}  accept condition = \${lookup{$local_part@$domain}lsearch{${folder}/mailboxes}{yes}{no}}
  deny message = 5.1.1 nobody here has that name
begin routers
mailbox:
  driver = accept
  address_data = \${lookup{$local_part@$domain}lsearch*@{${folder}/mailboxes}{$value}fail}
  transport = maildir
${relayPort === undefined ? '' : relayRouter}begin transports
maildir:
  driver = appendfile
  directory = $address_data
  maildir_format
  create_directory
${relayPort === undefined ? '' : `  return_path_add\n${relayTransport(relayPort)}`}begin retry
* * F,1m,1s
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${eximLogin.user}}}{eq{$auth3}{${eximLogin.password}}}}}
  server_set_id = $auth2
`;
}

/** For whoever the mailbox router knows no mailbox of. */
const relayRouter = `relay:
  driver = manualroute
  route_list = * 127.0.0.1
  self = send
  transport = relay
`;

function relayTransport(port: number): string {
  return `relay:
  driver = smtp
  port = ${port}
  allow_localhost
`;
}
