/** What a Postfix that took our message says became of it. */
export interface PostfixVerdict {
  /** With angle brackets. */
  readonly messageId: string;
  /** Postfix's own name for the message. */
  readonly queueId: string;
  /** `accepted`: Postfix has it, and has delivered it or still tries to. `bounced`: it gave up. */
  readonly verdict: 'accepted' | 'bounced';
  /** Its words for it, one line of at most 500 characters. */
  readonly text: string;
}

/**
 * Finds in a Postfix log what became of the messages that are asked for, whatever the style of its dates and the name of
 * its instance. A message that only `cleanup` has named is in no answer: its sender may have gone before the final dot.
 * Once bounced stays bounced, although a filter in front has logged the same message as sent.
 *
 * @param lines in the order of the log, without line ends
 * @param wanted Message-IDs with angle brackets; nothing is kept of any other message
 */
export async function readPostfixLog(
  lines: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, PostfixVerdict>> {
  const verdicts = new Map<string, PostfixVerdict>();
  /** The wanted message that a queue id stands for now: short ids are used again. */
  const queued = new Map<string, string>();
  for await (const line of lines) {
    const entry = readEntry(line);
    if (entry === undefined) continue;
    const { program, queueId, text } = entry;
    const key = `${entry.instance} ${queueId}`;
    if (program === 'cleanup' && text.startsWith('message-id=')) {
      const named = text.slice('message-id='.length);
      if (wanted.has(named)) queued.set(key, named);
      else queued.delete(key);
      continue;
    }
    const messageId = queued.get(key);
    if (messageId === undefined) continue;
    if (program === 'qmgr' && text === 'removed') queued.delete(key);
    const found = judge(program, text);
    if (found !== undefined && verdicts.get(messageId)?.verdict !== 'bounced')
      verdicts.set(messageId, { messageId, queueId, ...found });
  }
  return verdicts;
}

interface Entry {
  /** The machine and the instance: only within one are queue ids unique. */
  readonly instance: string;
  readonly program: string;
  readonly queueId: string;
  readonly text: string;
}

/**
 * `host postfix-instance/service/program[pid]: queue id: text`, behind any date. A queue id is hexadecimal or, with
 * enable_long_queue_ids, of digits and consonants (postconf(5)): `warning` and `NOQUEUE` are neither.
 */
const entryPattern =
  /(?<!\S)(\S+ [^\s/]+)\/(?:[^\s/[]+\/)*([a-z-]+)\[\d+\]: ([0-9A-F]{6,}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,}): (.*)$/;

function readEntry(line: string): Entry | undefined {
  const [, instance, program, queueId, text] = entryPattern.exec(line.trimEnd()) ?? [];
  if (instance === undefined || program === undefined || queueId === undefined || text === undefined)
    return undefined;
  return { instance, program, queueId, text };
}

type Found = Pick<PostfixVerdict, 'verdict' | 'text'>;

/** What a line about a message proves, if it proves anything. */
function judge(program: string, text: string): Found | undefined {
  if (program === 'qmgr' && text.endsWith(' (queue active)'))
    return { verdict: 'accepted', text: 'queue active' };
  const [, status, words = ''] = /, status=(sent|deferred|bounced|expired)\b[, ]*(.*)$/.exec(text) ?? [];
  if (status === undefined) return undefined;
  const verdict = status === 'sent' || status === 'deferred' ? 'accepted' : 'bounced';
  return { verdict, text: tidy(`${status}: ${words.replace(/^\((.*)\)$/, '$1')}`) };
}

function tidy(words: string): string {
  return words.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500);
}
