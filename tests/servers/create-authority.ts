import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate authority that nobody knows, and a certificate that it gave to one server. Paths of PEM files. */
export interface Authority {
  readonly root: string;
  readonly certificate: string;
  readonly key: string;
}

/** Makes both in a folder, with openssl. The key may be read by everybody: servers have users of their own. */
export function createAuthority(folder: string, serverName: string): Authority {
  const at = (name: string): string => join(folder, name);
  const openssl = (...words: string[]): unknown => execFileSync('/usr/bin/openssl', words, { stdio: 'pipe' });
  const fresh = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...fresh, '-subj', '/CN=a root', '-keyout', at('root.key'), '-out', at('root.pem'));
  openssl('req', ...fresh, '-subj', `/CN=${serverName}`, '-keyout', at('key.pem'), '-out', at('request.pem'));
  writeFileSync(at('names'), `subjectAltName=DNS:${serverName}`);
  const signing = [
    '-CA',
    at('root.pem'),
    '-CAkey',
    at('root.key'),
    '-CAcreateserial',
    '-extfile',
    at('names'),
  ];
  openssl('x509', '-req', '-in', at('request.pem'), ...signing, '-days', '2', '-out', at('certificate.pem'));
  chmodSync(at('key.pem'), 0o644);
  return { root: at('root.pem'), certificate: at('certificate.pem'), key: at('key.pem') };
}
