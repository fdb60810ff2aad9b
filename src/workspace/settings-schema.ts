import { z } from 'zod';
import { readDuration } from './duration.ts';
import { completeLabels, labelsSchema } from './labels-schema.ts';
import { line } from './line.ts';
import { readDomainRates, readRate } from './rate.ts';
import { completeTheme, themeSchema } from './theme-schema.ts';
import type { Settings } from './workspace.ts';

const address = z.email('is not an e-mail address');
const duration = z
  .string()
  .regex(/^\d+(ms|s|m|h)$/, 'is not a time such as 30s, 5m or 1h')
  .transform(readDuration);
const rate = z
  .string()
  .regex(/^[1-9]\d{0,8}\/(s|m|h)$/, 'is not a rate such as 10/s, 600/m or 5000/h')
  .transform(readRate);
/** In ASCII; one of another script is written in its `xn--` form. */
const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;
const selectorName = /^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?)*$/i;

/** `newsletter.yaml` as it is written. Strict: an unknown key is a fault. Editors show the descriptions. */
export const settingsSchema = z.strictObject({
  name: line.describe('The name of the newsletter.'),
  tagline: line.exactOptional().describe('One line below the name.'),
  url: z
    .url({ protocol: /^https?$/, error: 'is not a web address such as https://penny.example' })
    .describe('Where the site and the unsubscribe links live, such as https://penny.example.'),
  language: z
    .string()
    .refine(isLanguage, 'is not a language tag such as en or pt-BR')
    .exactOptional()
    .describe('The language of the issues, such as en or pt-BR. Default: en.'),
  sender: z
    .strictObject({
      name: line.describe('Who the mails come from.'),
      address: address.describe('The address that the mails come from.'),
      replyTo: address.exactOptional().describe('Where answers go. Default: the address.'),
      postalAddress: line
        .exactOptional()
        .describe(
          'Stands at the end of every mail. The law wants one, and without it nothing is sent for real.',
        ),
    })
    .describe('Who writes.'),
  smtp: z
    .strictObject({
      host: line.describe('The name of the mail server.'),
      port: z.int().min(1).max(65535).exactOptional().describe('Default: 587.'),
      user: line.exactOptional().describe('The password comes from the variable SMTP_PASSWORD.'),
    })
    .exactOptional()
    .describe('The mail server. The variable SMTP_URL wins. Without one, messages are written to outbox/.'),
  dkim: z
    .strictObject({
      domain: z
        .string()
        .regex(domainName, 'is not a domain such as penny.example')
        .describe('The domain that signs: that of the sender’s address, or one above or below it.'),
      selector: z
        .string()
        .regex(selectorName, 'is not a selector such as penny')
        .describe('The name of the key in DNS: its public half stands at SELECTOR._domainkey.DOMAIN.'),
      keyFile: line.describe('The file with the private key, RSA in PEM form; keep it out of git.'),
    })
    .exactOptional()
    .describe('Signs every mail. Without it, let your mail server sign.'),
  delivery: z
    .strictObject({
      connections: z
        .int()
        .min(1)
        .max(100)
        .exactOptional()
        .describe('How many messages go at the same time. Default: 5.'),
      rate: rate
        .exactOptional()
        .describe('How fast messages go at most, such as 10/s, 600/m or 5000/h. Default: no limit.'),
      perDomain: z
        .record(z.string(), rate)
        .exactOptional()
        .describe('A rate for the people of one domain, such as gmail.com: 5/s.'),
      retry: z
        .array(duration)
        .min(1, 'must have at least one waiting time, such as [5m]')
        .exactOptional()
        .describe('How long to wait before each further try. Default: 1m, 5m, 15m, 30m, 1h.'),
      unknown: z
        .enum(['ask', 'skip', 'resend'])
        .exactOptional()
        .describe(
          'What to do when nobody can tell whether a message arrived: ask leaves it to penny resolve, skip lets it be, resend sends it once more. Default: ask.',
        ),
    })
    .exactOptional()
    .describe('How fast, and how patiently, issues are sent.'),
  unsubscribe: z
    .enum(['both', 'mail'])
    .exactOptional()
    .describe(
      'How readers leave: both, by one click on the site, where penny serve answers, and by mail; or by mail only, where there is nothing but a mailbox, which penny inbox reads. Default: both.',
    ),
  bounces: z
    .strictObject({
      domain: z
        .string()
        .regex(domainName, 'is not a domain such as bounces.penny.example')
        .describe('Its mail comes to a mailbox that penny reads, whatever stands before the @.'),
    })
    .exactOptional()
    .describe('Gives every message a return path of its own, so that a bounce tells whose it is.'),
  imap: z
    .strictObject({
      host: line.describe('The name of the server that the mailbox is on.'),
      port: z.int().min(1).max(65535).exactOptional().describe('Default: 993.'),
      user: line.describe('The password comes from the variable IMAP_PASSWORD.'),
      folder: line.exactOptional().describe('The folder that is read. Default: INBOX.'),
    })
    .exactOptional()
    .describe('The mailbox that penny inbox reads. The variable IMAP_URL wins.'),
  testRecipients: z.array(address).exactOptional().describe('Who gets a copy to try an issue out.'),
  theme: themeSchema.exactOptional().describe('How mails and pages look.'),
  images: z
    .enum(['hosted', 'embedded'])
    .exactOptional()
    .describe(
      'Where mails have pictures from: hosted on the site, which must be published first, or embedded in every message. Default: hosted.',
    ),
  labels: labelsSchema.exactOptional().describe('The words around what you write.'),
  topics: z
    .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a tag such as candidates or open-roles'))
    .max(20)
    .refine((topics) => new Set(topics).size === topics.length, 'names a topic twice')
    .exactOptional()
    .describe('Tags that people may choose for themselves, on the form and on their page to leave.'),
  serve: z
    .strictObject({
      trustProxy: z
        .boolean()
        .exactOptional()
        .describe(
          'Whether penny serve stands behind a web server that writes X-Forwarded-For. Default: false.',
        ),
    })
    .exactOptional()
    .describe('How penny serve meets the public.'),
  neverName: line
    .exactOptional()
    .describe('The list of names that must never appear. Default: .private/never-name.yaml.'),
  rules: z
    .record(z.string(), z.enum(['off', 'note', 'warning', 'error']))
    .exactOptional()
    .describe('How much weight findings have here. penny check --explain RULE tells of each.'),
});

export type WrittenSettings = z.output<typeof settingsSchema>;

const minute = 60_000;
const defaultRetry = [minute, 5 * minute, 15 * minute, 30 * minute, 60 * minute];

/** Fills in every default: the only place where that happens. */
export function completeSettings(written: WrittenSettings): Settings {
  const { sender, delivery = {} } = written;
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
    labels: completeLabels(written.name, written.labels),
    ...(written.dkim === undefined ? {} : { dkim: written.dkim }),
    theme: completeTheme(written.theme),
    images: written.images ?? 'hosted',
    delivery: {
      connections: delivery.connections ?? 5,
      retry: delivery.retry ?? defaultRetry,
      ...(delivery.rate === undefined ? {} : { rate: delivery.rate }),
      perDomain: readDomainRates(delivery.perDomain ?? {}),
      unknown: delivery.unknown ?? 'ask',
    },
    unsubscribe: written.unsubscribe ?? 'both',
    ...(written.bounces === undefined ? {} : { bounces: written.bounces }),
    testRecipients: written.testRecipients ?? [],
    topics: written.topics ?? [],
    serve: { trustProxy: written.serve?.trustProxy ?? false },
  };
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
