import { SMTPServer } from 'smtp-server';
import type { TestCertificate } from './make-certificate.ts';

export interface TlsServer extends AsyncDisposable {
  readonly port: number;
  /** The commands that would start a message. */
  readonly mailed: readonly string[];
}

/** A real mail server on loopback with a certificate; it knows the password `right` and takes 5 MB. */
export async function startTlsServer({
  certificate,
  secure,
}: {
  readonly certificate: TestCertificate;
  /** TLS from the first byte; otherwise STARTTLS. */
  readonly secure: boolean;
}): Promise<TlsServer> {
  const mailed: string[] = [];
  const server = new SMTPServer({
    ...certificate,
    secure,
    size: 5_000_000,
    onAuth: ({ password }, _session, done) =>
      password === 'right' ? done(null, { user: 'me' }) : done(new Error(`${password} is wrong`)),
    onMailFrom({ address }, _session, done) {
      mailed.push(address);
      done();
    },
  });
  // A client that does not trust the certificate breaks the handshake off.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    mailed,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
