import type { Edition } from '../render/edition.ts';
import type { Stationery } from './mailing.ts';
import type { MailingPlan } from './plan-mailing.ts';

/** One thing that must hold before the first message, and whether it does. */
export interface PreflightCheck {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'error';
  readonly detail: string;
  /** What to do about it; empty when it is ok. */
  readonly hint: string;
}

export interface PreflightInput {
  readonly plan: MailingPlan;
  readonly edition: Edition;
  readonly stationery: Stationery;
  readonly postalAddress?: string;
  /** From `checkSigning`. */
  readonly signing?: readonly PreflightCheck[];
}

/** What of it the settings alone decide, before there is an edition or an audience. */
export interface SettingsInput {
  readonly plan: Pick<MailingPlan, 'transport'>;
  readonly stationery: Pick<Stationery, 'url' | 'unsubscribe'>;
  readonly postalAddress?: string;
}

/** Gmail shows the rest of a longer message behind a link, and with it the way to unsubscribe. */
const mostHtmlBytes = 100_000;
const mostSubjectCharacters = 250;

/** The named checks, in the order in which they are shown. Errors stop the mailing. */
export function runPreflight(input: PreflightInput): readonly PreflightCheck[] {
  return [
    checkSettings,
    checkUnsubscribe,
    checkSubject,
    checkSize,
    checkPictures,
    checkMergeTags,
    checkAudience,
    () => input.signing ?? [],
  ].flatMap((check) => check(input));
}

/** What to do about a setting; `penny doctor` says the same. */
export const settingsHints = {
  url: 'set url: https://… in newsletter.yaml; one-click unsubscribing works over https only',
  postalAddress: 'set sender.postalAddress in newsletter.yaml; the law wants one in every mail',
} as const;

/** Those of the checks that somebody can be told of long before they send. */
export function checkSettings(input: SettingsInput): readonly PreflightCheck[] {
  return [checkUrl, checkPostalAddress].flatMap((check) => check(input));
}

function checkUrl({ stationery: { url, unsubscribe }, plan }: SettingsInput): PreflightCheck[] {
  if (url.startsWith('https://')) return [ok('site', url)];
  return [
    {
      name: 'site',
      state: plan.transport === 'smtp' && unsubscribe !== 'mail' ? 'error' : 'warning',
      detail: `${url} is not https`,
      hint: settingsHints.url,
    },
  ];
}

function checkPostalAddress({ postalAddress, plan }: SettingsInput): PreflightCheck[] {
  if (postalAddress !== undefined) return [ok('postal address', postalAddress)];
  const state = plan.transport === 'smtp' ? 'error' : 'warning';
  return [{ name: 'postal address', state, detail: 'none', hint: settingsHints.postalAddress }];
}

function checkUnsubscribe({ edition, stationery }: PreflightInput): PreflightCheck[] {
  const parts = { html: edition.html, text: edition.text };
  const missing = Object.entries(parts).filter(
    ([, part]) => !part.some((piece) => typeof piece !== 'string' && piece.tag === 'unsubscribeUrl'),
  );
  if (missing.length === 0 && stationery.unsubscribe === 'mail') return [byMailOnly(stationery)];
  if (missing.length === 0) return [ok('unsubscribe', 'a link in both parts, and both headers')];
  const hint = 'put {{unsubscribeUrl}} back into your footer template';
  return [
    {
      name: 'unsubscribe',
      state: 'error',
      detail: `no link in the ${missing.map(([name]) => name).join(' and ')} part`,
      hint,
    },
  ];
}

/** RFC 8058 knows https only. Lawful in itself, where the mailbox is read. */
function byMailOnly({ replyTo }: Stationery): PreflightCheck {
  return {
    name: 'unsubscribe',
    state: 'warning',
    detail: `by mail to ${replyTo} only`,
    hint: 'run penny inbox every day; Gmail and Yahoo ask whoever mails 5,000 of their people a day for the one-click https address, which unsubscribe: both has',
  };
}

function checkSubject({ plan }: PreflightInput): PreflightCheck[] {
  const { length } = [...plan.subject];
  if (length <= mostSubjectCharacters) return [ok('subject', `${length} characters`)];
  return [
    {
      name: 'subject',
      state: 'error',
      detail: `${length} characters`,
      hint: `keep it below ${mostSubjectCharacters}`,
    },
  ];
}

/** Of the recipient whose own words make it longest. */
function checkSize({ plan }: PreflightInput): PreflightCheck[] {
  const bytes = plan.audience.longestHtml;
  const detail = `${Math.ceil(bytes / 1000)} KB of HTML`;
  if (bytes <= mostHtmlBytes) return [ok('size', detail)];
  return [
    {
      name: 'size',
      state: 'error',
      detail,
      hint: 'Gmail cuts mails off at 102 KB: shorten the issue, or send it as two',
    },
  ];
}

/** Readers who open the mail before the site is published see holes, and many programs never ask again. */
function checkPictures({ edition, stationery: { url } }: PreflightInput): PreflightCheck[] {
  const html = edition.html.filter((piece) => typeof piece === 'string').join('');
  const hosted = new Set(
    html
      .split(`src="${url}/images/`)
      .slice(1)
      .map((rest) => rest.split('"', 1)[0]),
  );
  const carried = edition.embedded?.length ?? 0;
  if (hosted.size > 0) {
    return [
      {
        name: 'pictures',
        state: 'warning',
        detail: `${hosted.size} on the site, ${carried} in the message`,
        hint: 'run penny build and publish the site before you send, or set images: embedded in newsletter.yaml',
      },
    ];
  }
  return carried === 0 ? [] : [ok('pictures', `${carried} in the message`)];
}

function checkMergeTags({ plan }: PreflightInput): PreflightCheck[] {
  const { people, unfillable } = plan.audience;
  if (unfillable.length === 0) return [ok('merge tags', 'everybody has a value or a fallback')];
  return unfillable.map(({ tag, count, example }) => ({
    name: 'merge tags',
    state: 'error',
    detail: `${count} of ${people} have no ${tag}, such as ${example}`,
    hint: `give it a fallback: {{${tag}|…}}`,
  }));
}

function checkAudience({ plan }: PreflightInput): PreflightCheck[] {
  const { people } = plan.audience;
  if (people > 0) return [ok('audience', `${people} ${people === 1 ? 'person' : 'people'}`)];
  return [
    {
      name: 'audience',
      state: 'error',
      detail: 'nobody',
      hint: 'import a list with penny subscribers import, or name one with --to; with --segment, see whom it names with penny subscribers list',
    },
  ];
}

function ok(name: string, detail: string): PreflightCheck {
  return { name, state: 'ok', detail, hint: '' };
}
