import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Moment, SinkBehaviour } from './counting-sink.ts';

export interface SessionTools {
  readonly behaviour: SinkBehaviour;
  readonly tell: (moment: Moment) => void;
  /** A message is complete, for a recipient that was taken. */
  readonly count: (message: string, address: string) => void;
}

const endOfMessage = '\r\n.\r\n';

/** One connection to the sink: just enough SMTP, one command after the other however they come in. */
export class SinkSession {
  readonly #socket: Socket;
  readonly #tools: SessionTools;
  #heard = '';
  #inMessage = false;
  /** Of the transaction; empty while it has none. */
  #recipient = '';

  constructor(socket: Socket, tools: SessionTools) {
    this.#socket = socket;
    this.#tools = tools;
    socket.on('error', () => {});
  }

  async serve(): Promise<void> {
    this.#say('220 sink');
    for await (const chunk of this.#socket) {
      this.#heard += String(chunk);
      for (let part = this.#take(); part !== undefined; part = this.#take()) {
        if (this.#inMessage) await this.#endMessage(part);
        else this.#say(this.#answerTo(part));
      }
    }
  }

  /** The next line, or in a message all of it. */
  #take(): string | undefined {
    const end = this.#inMessage ? endOfMessage : '\r\n';
    const at = this.#heard.indexOf(end);
    if (at === -1) return undefined;
    const part = this.#heard.slice(0, at);
    this.#heard = this.#heard.slice(at + end.length);
    return part;
  }

  #answerTo(line: string): string {
    const { behaviour, tell } = this.#tools;
    const [verb = ''] = line.toUpperCase().split(' ');
    switch (verb) {
      case 'EHLO':
        return '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 0';
      case 'MAIL':
        tell('mail');
        this.#recipient = '';
        return '250 2.1.0 ok';
      case 'RCPT': {
        tell('rcpt');
        const address = /<(.*)>/.exec(line)?.[1] ?? '';
        const answer = behaviour.rcpt?.(address) ?? '250 2.1.5 ok';
        if (answer.startsWith('2')) this.#recipient = address;
        return answer;
      }
      case 'DATA':
        tell('data');
        if (this.#recipient === '' && behaviour.takesAnything !== true)
          return '554 5.5.1 no valid recipients';
        this.#inMessage = true;
        // A message without a line ends at once.
        this.#heard = `\r\n${this.#heard}`;
        return '354 go on';
      case 'QUIT':
        return '221 bye';
      default:
        return '250 ok';
    }
  }

  async #endMessage(message: string): Promise<void> {
    const { behaviour, tell, count } = this.#tools;
    this.#inMessage = false;
    const recipient = this.#recipient;
    this.#recipient = '';
    if (recipient === '') return this.#say('554 5.5.1 no valid recipients');
    count(message, recipient);
    tell('dot');
    await pause(behaviour.delay?.() ?? 0);
    const answer = behaviour.dot?.(recipient) ?? '250 2.0.0 taken';
    if (answer === 'hang up') return void this.#socket.destroy();
    this.#say(answer);
    tell('answered');
  }

  #say(line: string): void {
    this.#socket.write(`${line}\r\n`);
  }
}
