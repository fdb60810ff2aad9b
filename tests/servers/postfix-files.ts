import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Users and groups that every Debian has: a private Postfix needs no user of its own (postconf(5), mail_owner). */
const mail = 8;
const news = 9;

/** Of the queue, as postfix-files(5) lists them, with those that only the owner may enter. */
const queues = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'flush',
  'hold',
  'incoming',
  'saved',
  'trace',
];

export interface PostfixFiles {
  /** The folder that holds everything. */
  readonly folder: string;
  /** Where the package was unpacked. */
  readonly program: string;
  readonly port: number;
  /** The maildir of each address. */
  readonly mailboxes: ReadonlyMap<string, string>;
  /** Added to main.cf. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Writes the configuration of a Postfix that listens on one port of loopback and delivers into
 * its folder: what it cannot, such as a bounce to the sender, it throws away.
 */
export function writePostfixFiles(files: PostfixFiles): void {
  const { folder, port, mailboxes } = files;
  makeFolders(folder);
  const lines = Object.entries(mainSettings(files)).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(join(folder, 'config/main.cf'), lines.join(''));
  writeFileSync(join(folder, 'config/master.cf'), services(port));
  const maps = [...mailboxes].map(([address, box]) => `${address} ${box}/\n`);
  writeFileSync(join(folder, 'config/mailboxes'), maps.join(''));
}

/** What `postfix start` would make. */
function makeFolders(folder: string): void {
  for (const name of ['config', 'queue', 'data', 'mail']) mkdirSync(join(folder, name));
  chownSync(join(folder, 'data'), mail, mail);
  chownSync(join(folder, 'mail'), mail, mail);
  for (const name of [...queues, 'private', 'pid']) {
    mkdirSync(join(folder, 'queue', name), { mode: 0o700 });
    chownSync(join(folder, 'queue', name), mail, 0);
  }
  for (const name of ['public', 'maildrop']) {
    mkdirSync(join(folder, 'queue', name), { mode: 0o730 });
    chownSync(join(folder, 'queue', name), mail, news);
  }
}

/** main.cf, postconf(5). */
function mainSettings({ folder, program, mailboxes, settings }: PostfixFiles): Record<string, string> {
  const domains = new Set([...mailboxes.keys()].map((address) => address.split('@').at(-1) ?? ''));
  return {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    daemon_directory: join(program, 'usr/lib/postfix/sbin'),
    command_directory: join(program, 'usr/sbin'),
    shlib_directory: join(program, 'usr/lib/postfix'),
    meta_directory: join(program, 'etc/postfix'),
    import_environment: 'MAIL_CONFIG TZ LANG=C LD_LIBRARY_PATH POSTLOG_SERVICE POSTLOG_HOSTNAME',
    mail_owner: 'mail',
    setgid_group: 'news',
    maillog_file_prefixes: folder,
    maillog_file: join(folder, 'mail.log'),
    enable_long_queue_ids: 'yes',
    myhostname: 'mx.penny.example',
    mydestination: '',
    alias_maps: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    smtpd_peername_lookup: 'no',
    smtpd_relay_restrictions: 'reject_unauth_destination',
    virtual_mailbox_domains: [...domains].join(' '),
    virtual_mailbox_base: '/',
    default_transport: 'discard',
    virtual_mailbox_maps: `texthash:${join(folder, 'config/mailboxes')}`,
    virtual_minimum_uid: String(mail),
    virtual_uid_maps: `static:${mail}`,
    virtual_gid_maps: `static:${mail}`,
    ...settings,
  };
}

/** master.cf(5): name, kind, private, unprivileged, chroot, wakeup, most processes, program. */
function services(port: number): string {
  return `
127.0.0.1:${port} inet n - n - 50 smtpd
pickup   unix       n - n 60    1 pickup
cleanup  unix       n - n -     0 cleanup
qmgr     unix       n - n 300   1 qmgr
flush    unix       n - n 1000? 0 flush
postlog  unix-dgram n - n -     1 postlogd
rewrite  unix       - - n -     - trivial-rewrite
bounce   unix       - - n -     0 bounce
defer    unix       - - n -     0 bounce
trace    unix       - - n -     0 bounce
tlsmgr   unix       - - n 1000? 1 tlsmgr
anvil    unix       - - n -     1 anvil
proxymap unix       - - n -     - proxymap
virtual  unix       - n n -     - virtual
smtp     unix       - - n -     - smtp
error    unix       - - n -     - error
retry    unix       - - n -     - error
discard  unix       - - n -     - discard
`;
}
