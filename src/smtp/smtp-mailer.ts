import type { Mailer } from '../delivery/mailer.ts';
import { openConnection } from './open-connection.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { type SmtpTimes, usualTimes } from './smtp-times.ts';

/**
 * Hands messages to a mail server, over nodemailer's SMTP connection and never its pool, which hides how far an
 * attempt came. TLS 1.2 or newer with a verified certificate; clear text only on this machine.
 */
export function createSmtpMailer(settings: SmtpSettings, times: SmtpTimes = usualTimes): Mailer {
  const { host, port, login } = settings;
  return {
    transport: 'smtp',
    description: `${host}:${port}${login === undefined ? '' : ` as ${login.user}`}`,
    hasArrived: async () => 'unknowable',
    connect: () => openConnection(settings, times),
  };
}
