import { parseAddress } from '../../audience/parse-address.ts';
import { sendTest } from '../../delivery/send-test.ts';
import { formatTestPlan, formatTestReports } from '../../terminal/mailing-text.ts';
import { type Outcome, UsageError } from '../command.ts';
import { sampleRecipient } from '../preparing/sample-recipient.ts';
import { createMailer } from './create-mailer.ts';
import { requireSigner } from './require-signer.ts';
import { outboxFolder, type SendWork } from './send-work.ts';

/** `penny send --test`: `[test] ` copies, straight out; the ledger is not even opened. */
export async function sendTestCopies(
  { workspace, snapshot, signingKey }: SendWork,
  { addresses, dryRun }: { readonly addresses: readonly string[]; readonly dryRun: boolean },
): Promise<Outcome> {
  const recipients = addresses.map((address) => {
    const parsed = parseAddress(address);
    if ('problem' in parsed)
      throw new UsageError(
        `“${address}” is not an address: ${parsed.problem}`,
        'write it like me@penny.example',
      );
    return {
      ...sampleRecipient(parsed.address, snapshot.edition),
      canonical: parsed.canonical,
      unsubscribeToken: 'test',
    };
  });
  const signer = requireSigner(signingKey);
  const mailer = await createMailer(workspace, `${outboxFolder(snapshot)}-test`);
  if (dryRun) {
    return {
      exitCode: 0,
      json: { dryRun: true, test: addresses },
      text: formatTestPlan(addresses, mailer.description),
    };
  }
  const now = Date.now();
  const reports = await sendTest(mailer, { snapshot, recipients, key: `test-${now}`, now, signer });
  return {
    exitCode: reports.every(({ accepted }) => accepted) ? 0 : 1,
    json: { test: reports },
    text: formatTestReports(reports, mailer.description),
  };
}
