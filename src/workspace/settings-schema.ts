import { z } from 'zod';
import type { Settings, UnbuiltSetting } from './workspace.ts';

const line = z
  .string()
  .trim()
  .min(1)
  .regex(
    /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]*$/u,
    'must be one line without control characters',
  );
const address = z.email('is not an e-mail address');
const wording = z.strictObject({ lead: line.exactOptional(), label: line.exactOptional() });
const duration = z
  .string()
  .regex(/^\d+(ms|s|m|h)$/, 'is not a time such as 30s, 5m or 1h')
  .transform(milliseconds);
const rate = z.string().regex(/^\d+\/(s|m|h)$/, 'is not a rate such as 10/s, 600/m or 5000/h');

/** `newsletter.yaml` as it is written. Strict: an unknown key is a fault. */
export const settingsSchema = z.strictObject({
  name: line,
  tagline: line.exactOptional(),
  url: z.url({ protocol: /^https?$/, error: 'is not a web address such as https://penny.example' }),
  language: z.string().refine(isLanguage, 'is not a language tag such as en or pt-BR').exactOptional(),
  sender: z.strictObject({
    name: line,
    address,
    replyTo: address.exactOptional(),
    postalAddress: line.exactOptional(),
  }),
  smtp: z
    .strictObject({ host: line, port: z.int().min(1).max(65535).exactOptional(), user: line.exactOptional() })
    .exactOptional(),
  dkim: z.strictObject({ domain: line, selector: line, keyFile: line }).exactOptional(),
  delivery: z
    .strictObject({
      connections: z.int().min(1).max(100).exactOptional(),
      rate: rate.exactOptional(),
      perDomain: z.record(z.string(), rate).exactOptional(),
      retry: z.array(duration).min(1).exactOptional(),
      unknown: z.enum(['ask', 'skip', 'resend']).exactOptional(),
    })
    .exactOptional(),
  testRecipients: z.array(address).exactOptional(),
  theme: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as "#1652a8"')
        .exactOptional(),
    })
    .exactOptional(),
  labels: z
    .strictObject({
      openRole: line.exactOptional(),
      activeCandidate: line.exactOptional(),
      essay: line.exactOptional(),
      roleCta: wording.exactOptional(),
      candidateCta: wording.exactOptional(),
    })
    .exactOptional(),
  neverName: line.exactOptional(),
  rules: z.record(z.string(), z.enum(['off', 'note', 'warning', 'error'])).exactOptional(),
});

export type WrittenSettings = z.output<typeof settingsSchema>;

const minute = 60_000;
const defaultRetry = [minute, 5 * minute, 15 * minute, 30 * minute, 60 * minute];

/** Fills in every default: the only place where that happens. */
export function completeSettings(written: WrittenSettings): Settings {
  const { sender, labels = {}, delivery = {} } = written;
  return {
    name: written.name,
    ...(written.tagline === undefined ? {} : { tagline: written.tagline }),
    url: written.url.replace(/\/+$/, ''),
    language: written.language ?? 'en',
    sender: {
      name: sender.name,
      address: sender.address,
      replyTo: sender.replyTo ?? sender.address,
      ...(sender.postalAddress === undefined ? {} : { postalAddress: sender.postalAddress }),
    },
    labels: {
      openRole: labels.openRole ?? 'open role',
      activeCandidate: labels.activeCandidate ?? 'active candidate',
      essay: labels.essay ?? 'penny for my thoughts',
      roleCta: { lead: 'interested?', label: 'apply here', ...labels.roleCta },
      candidateCta: { lead: 'want to chat with them?', label: 'email me', ...labels.candidateCta },
    },
    theme: { accent: (written.theme?.accent ?? '#1652a8').toLowerCase() },
    delivery: {
      connections: delivery.connections ?? 5,
      retry: delivery.retry ?? defaultRetry,
    },
    testRecipients: written.testRecipients ?? [],
    unbuilt: listUnbuilt(written),
  };
}

function listUnbuilt(written: WrittenSettings): UnbuiltSetting[] {
  const set: Readonly<Record<UnbuiltSetting, unknown>> = {
    dkim: written.dkim,
    'delivery.rate': written.delivery?.rate,
    'delivery.perDomain': written.delivery?.perDomain,
    'delivery.unknown': written.delivery?.unknown === 'ask' ? undefined : written.delivery?.unknown,
  };
  return (Object.keys(set) as UnbuiltSetting[]).filter((key) => set[key] !== undefined);
}

function milliseconds(text: string): number {
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: minute, h: 60 * minute };
  const amount = Number.parseInt(text, 10);
  return amount * (units[text.replace(/^\d+/, '')] ?? 1);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
