import type { ServerReply } from './mailer.ts';
import type { Meaning } from './reply-classes.ts';

/** Whoever reads this wonders above all whether going on mails somebody twice. */
const goOn = 'run the same command: nobody gets it twice';

/** Why the mailing stops, for a recruiter: what the provider said, and what to do. */
export function wordPause(means: Meaning, { code, text }: ServerReply, sender = 'this sender'): string {
  const said = `${code} ${text}`.trim();
  switch (means) {
    case 'sender':
      return `your provider does not let you send as ${sender}: ${said}; have it allow that address, or send as another, and ${goOn}`;
    case 'login':
      return wordLogin(said);
    case 'tlsFirst':
      return wordTlsFirst(said);
    case 'limit':
      return `your provider lets you send no more for now: ${said}; wait until it does, often a day, and ${goOn}`;
    case 'size':
      return `your provider refused the message as too large: ${said}; ask it for a higher limit and ${goOn}`;
    case 'content':
      return `your provider refused the message itself: ${said}; ask it to let this message through and ${goOn}`;
    default:
      return `your provider refused to take a message: ${said}; ask it why and ${goOn}`;
  }
}

export function wordLogin(said: string): string {
  return `your provider refused the login: ${said}; correct user and password and ${goOn}`;
}

/** Heard on this machine only: to any other, nothing goes without TLS. */
export function wordTlsFirst(said: string): string {
  return `the mail server takes nothing without TLS: ${said}; write smtps:// in front of its name and the port for that, often 465, or have it let this machine in without TLS, and ${goOn}`;
}

export function wordUnsafe(said: string): string {
  return `no safe connection to your provider: ${said}; correct the server’s name or ask your provider, and ${goOn}`;
}

export function wordUnknownName(said: string): string {
  return `there is no mail server of that name: ${said}; correct the server’s name and ${goOn}`;
}

export function wordTurnedAway(said: string): string {
  return `your provider’s server takes no mail from this computer: ${said}; ask your provider why and ${goOn}`;
}
