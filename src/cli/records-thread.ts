/** What runs in the thread of `readRecordsInThread`: texts come in, and for each the records that it ends go out. */
import { on } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { SubscriberFileError } from '../audience/csv/subscriber-file-error.ts';
import { readRecords } from '../audience/csv/text/read-records.ts';

/** The records of one text, or of the end. */
export interface RecordsReply {
  /** Where each starts in the file, from 1. */
  readonly lines: readonly number[];
  /** The cells of each, as JSON: it is handed over and read again faster than the cells are. */
  readonly cells: string;
}

/** Why the file cannot be read. */
export interface FailureReply {
  readonly failure: string;
  readonly hint: string;
  readonly cause: string;
}

if (parentPort !== null) void answer(parentPort, String(workerData));

async function answer(port: MessagePort, delimiter: string): Promise<void> {
  try {
    for await (const records of readRecords(textsFrom(port), delimiter)) {
      const lines = records.map(({ line }) => line);
      const cells = JSON.stringify(records.map((record) => record.cells));
      port.postMessage({ lines, cells } satisfies RecordsReply);
    }
  } catch (error) {
    if (!(error instanceof SubscriberFileError)) throw error;
    const { message: failure, hint, cause } = error;
    port.postMessage({ failure, hint, cause: String(cause) } satisfies FailureReply);
  }
  port.close();
}

/** One after the other, until `null` comes. */
async function* textsFrom(port: MessagePort): AsyncGenerator<string> {
  for await (const [text] of on(port, 'message')) {
    if (text === null) return;
    yield String(text);
  }
}
