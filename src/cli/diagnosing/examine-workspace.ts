import { hostname } from 'node:os';
import type { Examination, ServerObservation, UnusableServer } from '../../doctor/examination.ts';
import { askEndpoint } from '../../http/ask-endpoint.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { loadSigningKey } from '../sending/load-signing-key.ts';
import { observeDatabase } from './observe-database.ts';

/** Looks at all that a workspace mails through, at the same time. Mails nobody and changes nothing. */
export async function examineWorkspace(workspace: Workspace): Promise<Examination> {
  const { settings, neverNames } = workspace;
  const { url, sender, unsubscribe, bounces } = settings;
  const signingKey = loadSigningKey(workspace);
  const [server, endpoint] = await Promise.all([
    examineServer(workspace),
    // No such token: whatever the site says to it, nobody is unsubscribed.
    askEndpoint(`${url}/unsubscribe/doctor`),
  ]);
  return {
    url,
    sender,
    endpoint,
    unsubscribe,
    ...(bounces === undefined ? {} : { bounceDomain: bounces.domain }),
    database: observeDatabase(workspace),
    hostname: hostname(),
    now: Date.now(),
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(server === undefined ? {} : { server }),
    ...(neverNames === undefined ? {} : { neverNames: neverNames.length }),
  };
}

/** `nodemailer` loads only for a server. */
async function examineServer({ smtp }: Workspace): Promise<ServerObservation | UnusableServer | undefined> {
  if (smtp === undefined) return undefined;
  const { readSmtpSettings, SmtpSettingsError } = await import('../../smtp/smtp-settings.ts');
  try {
    const settings = readSmtpSettings(smtp);
    const { probeServer } = await import('../../smtp/probe-server.ts');
    return await probeServer(settings);
  } catch (error) {
    if (error instanceof SmtpSettingsError) return { problem: error.message, hint: error.hint };
    throw error;
  }
}
