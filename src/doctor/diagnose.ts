import type { Check } from './check.ts';
import { checkConfiguration } from './check-configuration.ts';
import { checkDkim } from './check-dkim.ts';
import { checkDmarc } from './check-dmarc.ts';
import { checkEndpoint } from './check-endpoint.ts';
import { checkNeverNames } from './check-never-names.ts';
import { checkReturnPath } from './check-return-path.ts';
import { checkReverse } from './check-reverse.ts';
import { checkSender } from './check-sender.ts';
import { checkServer } from './check-server.ts';
import { checkSigningKey } from './check-signing-key.ts';
import { checkStorage } from './check-storage.ts';
import type { Examination } from './examination.ts';
import type { NameServer } from './name-server.ts';
import { checkSpf } from './spf/check-spf.ts';

type Family = (examination: Examination, names: NameServer) => readonly Check[] | Promise<readonly Check[]>;

/** Of no matter while messages go to the outbox: then they are notes. */
const ofSending: readonly Family[] = [
  checkSpf,
  checkDkim,
  checkDmarc,
  checkSender,
  checkReturnPath,
  checkReverse,
  checkEndpoint,
];

/** The families of checks, in the order in which they are told. */
const families: readonly Family[] = [
  checkConfiguration,
  checkServer,
  checkSigningKey,
  ...ofSending,
  checkStorage,
  checkNeverNames,
];

/** All that there is to say, every family at the same time. */
export async function diagnose(examination: Examination, names: NameServer): Promise<readonly Check[]> {
  const isOutbox = examination.server === undefined;
  const told = await Promise.all(
    families.map(async (family) => {
      const checks = await family(examination, names);
      return isOutbox && ofSending.includes(family) ? checks.map(playDown) : checks;
    }),
  );
  return told.flat();
}

function playDown(check: Check): Check {
  return check.state === 'ok' ? check : { ...check, state: 'note' };
}
