import type { AttemptOutcome } from '../../delivery/ledger.ts';
import type { Stage } from '../../delivery/mailer.ts';
import type { EndedAttempt } from './settle-delivery.ts';

/** Every one of them: the compiler asks for those that are missing. */
const states: Readonly<Record<AttemptOutcome['state'], true>> = {
  queued: true,
  accepted: true,
  deferred: true,
  failed: true,
  held: true,
  unknown: true,
};
const stages: Readonly<Record<Stage, true>> = {
  connect: true,
  greeting: true,
  hello: true,
  tls: true,
  login: true,
  mail: true,
  rcpt: true,
  data: true,
  body: true,
  dot: true,
};

/** Whether what was read back is an attempt as we write them down: a disk may have damaged it. */
export function isEndedAttempt(value: unknown): value is EndedAttempt {
  return (
    isObject(value) &&
    Number.isSafeInteger(value['id']) &&
    Number.isSafeInteger(value['attempt']) &&
    typeof value['worker'] === 'string' &&
    Number.isSafeInteger(value['endedAt']) &&
    isOutcome(value['outcome'])
  );
}

function isOutcome(value: unknown): boolean {
  return (
    isObject(value) &&
    isKeyOf(states, value['state']) &&
    isKeyOf(stages, value['stage']) &&
    typeof value['text'] === 'string' &&
    isOptional(value['code'], 'number') &&
    isOptional(value['enhanced'], 'string') &&
    isOptional(value['queueId'], 'string') &&
    isOptional(value['dueAt'], 'number') &&
    isOptional(value['badAddress'], 'boolean') &&
    isOptional(value['resend'], 'boolean')
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isKeyOf(words: Readonly<Record<string, true>>, value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(words, value);
}

function isOptional(value: unknown, type: 'number' | 'string' | 'boolean'): boolean {
  return value === undefined || typeof value === type;
}
