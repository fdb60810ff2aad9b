import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeText } from '../source/decode-text.ts';
import type { Fault } from '../source/fault.ts';
import { compareFindings } from '../source/finding.ts';
import { parseWith } from '../source/parse-with.ts';
import type { FieldPlaces } from '../source/place.ts';
import { readYaml } from '../source/read-yaml.ts';
import { findSchemaFaults } from '../source/schema-faults.ts';
import { settingsFile } from './find-workspace.ts';
import { loadTemplates } from './load-templates.ts';
import { type Environment, readEnvironment } from './read-environment.ts';
import { pathOfNeverNames, readNeverNames } from './read-never-names.ts';
import { completeSettings, settingsSchema, type WrittenSettings } from './settings-schema.ts';
import type { ImapSettings, Settings, SmtpSettings, Workspace } from './workspace.ts';
import { WorkspaceError } from './workspace-error.ts';

/**
 * Reads a workspace once: `newsletter.yaml`, `.env`, the environment and the templates.
 *
 * @param folder absolute, holds `newsletter.yaml`
 * @throws WorkspaceError with every finding when the file has faults, or when it cannot be read.
 */
export function loadWorkspace(folder: string, processEnvironment: Environment): Workspace {
  const { written, places, source } = readSettings(folder);
  const settings = completeSettings(written);
  const environment = readEnvironment(folder, processEnvironment);
  const smtp = smtpSettings(written, environment);
  const imap = imapSettings(written, environment);
  requireIssuesFolder(folder);
  const neverNames = readNeverNames({
    folder,
    environment,
    ...(written.neverName === undefined ? {} : { setting: written.neverName }),
  });
  const templates = loadTemplates(join(folder, 'templates'));
  return Object.freeze({
    folder,
    settings,
    settingsSource: source,
    settingPlaces: places,
    issueDefaults: issueDefaults(settings),
    paths: {
      issues: join(folder, 'issues'),
      templates: join(folder, 'templates'),
      neverNames: pathOfNeverNames(folder, written.neverName),
      site: join(folder, 'public'),
      outbox: join(folder, 'outbox'),
      database: resolve(folder, environment['PENNY_DATABASE'] || '.penny/penny.db'),
      pictures: join(folder, '.penny/pictures'),
      builds: join(folder, '.penny/builds'),
    },
    ...(smtp === undefined ? {} : { smtp }),
    ...(imap === undefined ? {} : { imap }),
    ruleSettings: ruleSettings(written, places),
    ...(neverNames === undefined ? {} : { neverNames }),
    templates: templates.all,
    ownTemplates: templates.own,
    builtInTemplates: templates.builtIn,
    strangeTemplates: templates.strange,
  });
}

interface LocatedSettings {
  readonly source: string;
  readonly written: WrittenSettings;
  readonly places: FieldPlaces;
}

function readSettings(folder: string): LocatedSettings {
  const decoded = decodeText(readFile(folder));
  if ('fault' in decoded) throw faulty(folder, '', [decoded.fault]);
  const { value, places, faults } = readYaml(decoded.text, { line: 1 });
  const parsed = parseWith(settingsSchema, value);
  const schemaFaults = parsed.success
    ? []
    : findSchemaFaults(parsed.error, { schema: settingsSchema, value, places, section: startOfFile });
  if (!parsed.success || faults.length > 0) throw faulty(folder, decoded.text, [...faults, ...schemaFaults]);
  return { source: decoded.text, written: parsed.data, places };
}

const startOfFile = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function readFile(folder: string): Uint8Array {
  try {
    return readFileSync(join(folder, settingsFile));
  } catch (cause) {
    const hint = 'see that the file is there and that you may read it';
    throw new WorkspaceError(`${settingsFile} cannot be read`, { hint, cause });
  }
}

function faulty(folder: string, source: string, faults: readonly Fault[]): WorkspaceError {
  // `penny check --fix` mends issues; settings are read before it could start.
  const findings = faults
    .map(({ fix: _, ...fault }) => ({ file: settingsFile, ...fault, ...betterHint(fault) }))
    .sort(compareFindings);
  const count = findings.length === 1 ? 'a fault' : `${findings.length} faults`;
  return new WorkspaceError(`${settingsFile} in ${folder} has ${count}`, {
    hint: 'mend it and run the command again',
    findings,
    source: withoutPasswords(source),
  });
}

/** A password is no key of any part, and somebody who writes one there does not know where it belongs. */
function betterHint({ rule, message }: Fault): { readonly hint?: string } {
  const isPassword = rule === 'schema/unknown-key' && /^“pass(?:word|wort)?”/i.test(message);
  return isPassword ? { hint: 'take it out, and write SMTP_PASSWORD=… or IMAP_PASSWORD=… into .env' } : {};
}

/** None belongs there, and what is there must not stand in a log: stars stand for the rest of its line. */
function withoutPasswords(source: string): string {
  return source.replaceAll(/(?<=\bpass(?:word|wort)?["']?\s*:).*/gi, (rest) => '*'.repeat(rest.length));
}

function requireIssuesFolder(folder: string): void {
  if (statSync(join(folder, 'issues'), { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new WorkspaceError(`${folder} has no folder issues/`, {
    hint: 'make it: issues are files such as issues/001-hello.md',
  });
}

function ruleSettings({ rules = {} }: WrittenSettings, places: FieldPlaces): Workspace['ruleSettings'] {
  return Object.entries(rules).map(([rule, severity]) => ({
    rule,
    severity,
    place: places.get(`rules.${rule}`)?.key ?? startOfFile,
  }));
}

function issueDefaults(settings: Settings): Workspace['issueDefaults'] {
  const { language, labels, sender } = settings;
  return {
    language,
    essayTitle: labels.essay,
    roleCta: labels.roleCta,
    candidateCta: labels.candidateCta,
    contact: sender.replyTo,
  };
}

/** SMTP_URL wins over `smtp:`; the password is never in `newsletter.yaml`. */
function smtpSettings(written: WrittenSettings, environment: Environment): SmtpSettings | undefined {
  const url = environment['SMTP_URL'] ?? '';
  if (url !== '') return { from: 'SMTP_URL', url };
  if (written.smtp === undefined) return undefined;
  const { host, port = 587, user } = written.smtp;
  const password = environment['SMTP_PASSWORD'];
  return {
    from: 'newsletter.yaml',
    host,
    port,
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  };
}

/** IMAP_URL wins over `imap:`, as SMTP_URL does. */
function imapSettings({ imap }: WrittenSettings, environment: Environment): ImapSettings | undefined {
  const url = environment['IMAP_URL'] ?? '';
  if (url !== '') return { from: 'IMAP_URL', url };
  if (imap === undefined) return undefined;
  const { host, port = 993, user, folder = 'INBOX' } = imap;
  const password = environment['IMAP_PASSWORD'];
  return {
    from: 'newsletter.yaml',
    host,
    port,
    user,
    folder,
    ...(password === undefined ? {} : { password }),
  };
}
