import type { SmtpSettings } from './smtp-settings.ts';

/** Where to connect to, and how safely: TLS 1.2 or newer with a verified certificate; clear text only on this machine. */
export function transportOptions({ host, port, secure, loopback }: SmtpSettings) {
  return {
    host,
    port,
    secure,
    requireTLS: !secure && !loopback,
    ignoreTLS: loopback && !secure,
    tls: { minVersion: 'TLSv1.2' },
  } as const;
}
