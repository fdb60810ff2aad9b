import { createServer } from 'node:net';

/** Refuses everybody once, as greylisting does; Postfix asks it (SMTPD_POLICY_README). */
export interface Greylisting extends AsyncDisposable {
  readonly port: number;
}

export async function startGreylisting(): Promise<Greylisting> {
  const seen = new Set<string>();
  const server = createServer((socket) => {
    let asked = '';
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      const requests = (asked + chunk.toString()).split('\n\n');
      asked = requests.pop() ?? '';
      for (const request of requests) {
        const [, recipient = ''] = /^recipient=(.*)$/m.exec(request) ?? [];
        const action = seen.has(recipient) ? 'DUNNO' : '450 4.2.0 greylisted, come back later';
        seen.add(recipient);
        socket.write(`action=${action}\n\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
