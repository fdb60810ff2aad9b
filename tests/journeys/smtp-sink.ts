import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A real mail server on loopback that keeps what it accepts. */
export interface SmtpSink extends AsyncDisposable {
  readonly url: string;
  readonly messages: readonly { readonly to: string; readonly source: string }[];
}

export interface SinkOptions {
  /** Called before each message is answered; what it returns is waited for. */
  readonly beforeAnswer?: (count: number) => Promise<void> | void;
  /** Whether every login is refused with 535. */
  readonly refuseLogin?: boolean;
}

export async function startSmtpSink({
  beforeAnswer,
  refuseLogin = false,
}: SinkOptions = {}): Promise<SmtpSink> {
  const messages: { to: string; source: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) =>
      done(refuseLogin ? new Error('bad credentials') : null, { user: 'sink' }),
    onData(stream, session, done) {
      void text(stream).then(async (source) => {
        messages.push({ to: session.envelope.rcptTo[0]?.address ?? '', source });
        await beforeAnswer?.(messages.length);
        done(null, `queued as ${messages.length}`);
      }, done);
    },
  });
  // A killed client resets its connection: nothing to do about it here.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
