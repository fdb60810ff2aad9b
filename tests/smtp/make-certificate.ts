import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that vouches for itself, for 127.0.0.1 and localhost, with its private key; both in PEM form. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * Makes a certificate (RFC 5280 §4.1) that is valid between two moments, in milliseconds since 1970. Written out here
 * because programs that make certificates make none that have expired.
 */
export function makeCertificate(from: number, until: number): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(tlv(0x31, sequence(commonName, tlv(0x0c, Buffer.from('penny test')))));
  const serial = tlv(
    0x02,
    Buffer.concat([Buffer.from([1]), createHash('sha256').update(spki).digest().subarray(0, 8)]),
  );
  const toBeSigned = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    serial,
    sequence(ecdsaWithSha256),
    name,
    sequence(time(from), time(until)),
    name,
    spki,
    tlv(0xa3, sequence(authority, names)),
  );
  const signature = tlv(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, privateKey)]));
  const der = sequence(toBeSigned, sequence(ecdsaWithSha256), signature);
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function tlv(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...contents: readonly Buffer[]): Buffer {
  return tlv(0x30, ...contents);
}

/** GeneralizedTime, to the second. */
function time(moment: number): Buffer {
  return tlv(0x18, Buffer.from(`${new Date(moment).toISOString().replaceAll(/[-:T]|\..*/g, '')}Z`));
}

const ecdsaWithSha256 = tlv(0x06, Buffer.from('2a8648ce3d040302', 'hex'));
const commonName = tlv(0x06, Buffer.from('550403', 'hex'));
const yes = tlv(0x01, Buffer.from([0xff]));
const authority = sequence(tlv(0x06, Buffer.from('551d13', 'hex')), yes, tlv(0x04, sequence(yes)));
const names = sequence(
  tlv(0x06, Buffer.from('551d11', 'hex')),
  tlv(0x04, sequence(tlv(0x87, Buffer.from([127, 0, 0, 1])), tlv(0x82, Buffer.from('localhost')))),
);
