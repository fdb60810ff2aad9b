import { relative } from 'node:path';
import { writeDuration } from './duration.ts';
import { masked, maskSmtpUrl, maskWherePassword } from './mask-secrets.ts';
import { writeRate } from './rate.ts';
import { type Environment, readEnvironment } from './read-environment.ts';
import type { ImapSettings, Settings, SmtpSettings, Workspace } from './workspace.ts';

/** A setting by its dotted name: what is in force, and who says so. */
export type ExplainedSetting = SettingOrigin & {
  readonly name: string;
  readonly value: SettingValue;
};

/** As one would write it, secrets masked. `null`: nothing is in force, because nothing is written or kept to yet. */
type SettingValue = string | number | boolean | readonly string[] | null;

type SettingOrigin =
  | { readonly from: 'environment' | '.env'; readonly variable: string }
  | { readonly from: 'newsletter.yaml'; readonly line: number }
  | { readonly from: 'flag' | 'default' };

/**
 * What is in force in a workspace, and where each value comes from. No secret is in it: neither a password nor a name
 * that must not appear.
 *
 * @param process the variables that the workspace was loaded with
 */
export function explainSettings(workspace: Workspace, process: Environment): readonly ExplainedSetting[] {
  const { folder, settings, settingPlaces, ruleSettings, paths, smtp, imap } = workspace;
  const environment = readEnvironment(folder, process);
  const isSet = (variable: string): boolean => (environment[variable] ?? '') !== '';

  const inForce: readonly InForce[] = [
    ...flatten(asWritten(settings)),
    ...flattenSmtp(smtp),
    ...flattenImap(imap),
    ...ruleSettings.map(({ rule, severity }) => ({ name: `rules.${rule}`, value: severity })),
    { name: 'neverName', value: shorten(paths.neverNames, folder) },
    ...(isSet(moreNeverNames.variable) ? [moreNeverNames] : []),
    { name: 'database', value: shorten(paths.database, folder), variable: 'PENNY_DATABASE' },
  ];
  return inForce.map(({ name, value, variable }) => {
    if (variable !== undefined && isSet(variable))
      return { name, value, from: process[variable] === undefined ? '.env' : 'environment', variable };
    const place = settingPlaces.get(name);
    if (place === undefined) return { name, value, from: 'default' };
    return { name, value, from: 'newsletter.yaml', line: (place.key ?? place.value).line };
  });
}

interface InForce {
  readonly name: string;
  readonly value: SettingValue;
  /** Goes before `newsletter.yaml` where it is set. */
  readonly variable?: string;
}

/** Terms in addition to those of the list. */
const moreNeverNames = { name: 'neverName.more', value: masked, variable: 'PENNY_NEVER_NAME' };

/** The settings in the form of `newsletter.yaml`, with `null` for what has no default. */
function asWritten({ name, ...settings }: Settings): object {
  const { sender, delivery } = settings;
  return {
    name,
    tagline: null,
    ...settings,
    sender: { ...sender, postalAddress: sender.postalAddress ?? null },
    dkim: settings.dkim ?? null,
    bounces: settings.bounces ?? null,
    delivery: {
      ...delivery,
      retry: delivery.retry.map(writeDuration),
      rate: delivery.rate === undefined ? null : writeRate(delivery.rate),
      perDomain: Object.fromEntries(
        Object.entries(delivery.perDomain).map(([domain, rate]) => [domain, writeRate(rate)]),
      ),
    },
  };
}

function flatten(value: unknown, name = ''): readonly InForce[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
    return [{ name, value }];
  if (Array.isArray(value)) return [{ name, value: value.map(String) }];
  const below = (key: string): string => (name === '' ? key : `${name}.${key}`);
  return Object.entries(value ?? {}).flatMap(([key, inner]) => flatten(inner, below(key)));
}

function flattenSmtp(smtp: SmtpSettings | undefined): readonly InForce[] {
  if (smtp === undefined) return [{ name: 'smtp', value: null }];
  if (smtp.from === 'SMTP_URL')
    return [{ name: 'smtp.url', value: maskSmtpUrl(smtp.url), variable: 'SMTP_URL' }];
  const { host, port, user, password = '' } = smtp;
  const server = [
    { name: 'smtp.host', value: host },
    { name: 'smtp.port', value: port },
  ];
  if (user === undefined) return server;
  return [
    ...server,
    { name: 'smtp.user', value: maskWherePassword(user, password) },
    { name: 'smtp.password', value: password === '' ? null : masked, variable: 'SMTP_PASSWORD' },
  ];
}

function flattenImap(imap: ImapSettings | undefined): readonly InForce[] {
  if (imap === undefined) return [{ name: 'imap', value: null }];
  // An address of a mailbox holds its password, and there is no form of it that is known to be harmless.
  if (imap.from === 'IMAP_URL') return [{ name: 'imap.url', value: masked, variable: 'IMAP_URL' }];
  const { host, port, user, folder, password = '' } = imap;
  return [
    { name: 'imap.host', value: host },
    { name: 'imap.port', value: port },
    { name: 'imap.user', value: maskWherePassword(user, password) },
    { name: 'imap.folder', value: folder },
    { name: 'imap.password', value: password === '' ? null : masked, variable: 'IMAP_PASSWORD' },
  ];
}

/** Paths in the workspace as one would write them in `newsletter.yaml`; others are absolute. */
function shorten(path: string, folder: string): string {
  const inside = relative(folder, path).replaceAll('\\', '/');
  return inside.startsWith('../') ? path : inside;
}
