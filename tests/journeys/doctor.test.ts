import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePem } from '../delivery/signing/keys.ts';
import { makeCertificate, type TestCertificate } from '../smtp/make-certificate.ts';
import { startTlsServer } from '../smtp/tls-server.ts';
import { createWorkspace } from './workspace.ts';

const day = 86_400_000;
const now = Date.now();

interface Seen {
  readonly code: number | null;
  readonly said: string;
  /** State and hint by name. */
  readonly checks: Readonly<Record<string, { readonly state: string; readonly detail: string }>>;
}

/** What the real command says of a real server with this certificate. */
async function diagnose(certificate: TestCertificate, password: string): Promise<Seen> {
  using workspace = createWorkspace();
  await using server = await startTlsServer({ certificate, secure: true });
  const authority = join(workspace.folder, 'authority.pem');
  writeFileSync(authority, certificate.cert);
  const run = await workspace.penny('doctor --json', {
    SMTP_URL: `smtps://me:${password}@127.0.0.1:${server.port}`,
    NODE_EXTRA_CA_CERTS: authority,
  });
  expect(server.mailed).toEqual([]);
  const document = JSON.parse(run.output);
  const count = (state: string): number =>
    document.checks.filter((check: { state: string }) => check.state === state).length;
  expect(document.summary).toEqual({
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
  });
  expect(run.code).toBe(document.summary.errors > 0 ? 1 : 0);
  const checks = document.checks.map((check: { name: string }) => [check.name, check]);
  return { code: run.code, said: run.output + run.error, checks: Object.fromEntries(checks) };
}

describe('penny doctor', () => {
  it('is content with a server that lets it in, over TLS', async () => {
    const { checks } = await diagnose(makeCertificate(now - day, now + 90 * day), 'right');
    for (const name of [
      'configuration',
      'mail server',
      'tls',
      'certificate',
      'login',
      'size',
      'disk',
      'database',
    ])
      expect(checks[name], name).toMatchObject({ state: 'ok' });
  });

  it('finds a wrong password, and does not tell it', async () => {
    const { code, checks, said } = await diagnose(makeCertificate(now - day, now + 90 * day), 'hunter2');
    expect(code).toBe(1);
    expect(checks['login']).toMatchObject({ state: 'error' });
    expect(said).not.toContain('hunter2');
  });

  it('finds a certificate that ends soon, and one that has ended', async () => {
    const soon = await diagnose(makeCertificate(now - day, now + 10 * day), 'right');
    expect(soon.checks['certificate']).toMatchObject({ state: 'warning' });
    const ended = await diagnose(makeCertificate(now - 9 * day, now - day), 'right');
    expect(ended.code).toBe(1);
    expect(ended.checks['certificate']).toMatchObject({ state: 'error' });
  });

  it('scoreboard 98: finds a key that others can read', async () => {
    using workspace = createWorkspace();
    const dkim = 'dkim: { domain: penny.example, selector: penny, keyFile: dkim.pem }\n';
    writeFileSync(join(workspace.folder, 'newsletter.yaml'), dkim, { flag: 'a' });
    const pem = makePem();
    writeFileSync(join(workspace.folder, 'dkim.pem'), pem, { mode: 0o644 });
    const run = await workspace.penny('doctor');
    expect(run.code).toBe(1);
    expect(run.output).toMatch(
      /^error {4}signing key: .*can be read by others.*\n {9}hint: chmod 600 dkim\.pem$/m,
    );
    expect(run.output).toMatch(/^note {5}mail server: none is set.*skipped/m);
    expect(run.output + run.error).not.toContain(pem.split('\n')[1]);
  });

  it('ends with 2 where there is nothing to look at', async () => {
    using workspace = createWorkspace();
    writeFileSync(join(workspace.folder, 'newsletter.yaml'), 'name: penny\n');
    expect(await workspace.penny('doctor --json')).toMatchObject({ code: 2 });
  });
});
