import { stringify } from 'yaml';

export interface NewWorkspace {
  readonly name: string;
  readonly url: string;
  /** The address that mails come from, and the name before it if there is one: `Ann Lee <ann@example.com>`. */
  readonly from: string;
}

/** The two parts of `from`; a sender without a name has the newsletter's. */
export function senderOf({ name, from }: NewWorkspace): { readonly name: string; readonly address: string } {
  const [, written = '', address = from] = /^(.*?)\s*<([^<>]*)>$/.exec(from.trim()) ?? [];
  const sender = written.replace(/^"(.*)"$/, '$1').trim();
  return { name: sender === '' ? name : sender, address };
}

/** What editors complete and explain `newsletter.yaml` by; it stands beside it. */
export const schemaFile = 'penny.schema.json';

/** `newsletter.yaml` of a new workspace, with what is still missing as a comment. */
export function writeSettings(workspace: NewWorkspace): string {
  const { name, url } = workspace;
  const sender = senderOf(workspace);
  const settings = stringify({ name, url, language: 'en', sender }, { lineWidth: 0 });
  return `# yaml-language-server: $schema=${schemaFile}
${settings}  # needed before you send for real: the law wants a postal address in every newsletter
  # postalAddress: 1 Market St, San Francisco, CA 94105, USA

# without a mail server, messages are written to outbox/; the password comes from the variable SMTP_PASSWORD
# smtp: { host: smtp.example.com, port: 587, user: ${JSON.stringify(sender.address)} }
`;
}

/** What must never get into git: the list of subscribers, mails, passwords, names, keys. */
const privatePaths: readonly string[] = ['/.penny/', '/outbox/', '/public/', '/.private/', '/.env', '*.pem'];

/** `.gitignore` with every private path in it; what stands there already stays as it is. */
export function addIgnored(gitignore: string): string {
  const lines = new Set(gitignore.split(/\r?\n/).map((line) => line.trim()));
  const missing = privatePaths.filter((path) => !lines.has(path));
  if (missing.length === 0) return gitignore;
  const start = gitignore === '' || gitignore.endsWith('\n') ? gitignore : `${gitignore}\n`;
  return `${start}${missing.join('\n')}\n`;
}
