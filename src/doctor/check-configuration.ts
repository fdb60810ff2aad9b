import { settingsHints } from '../delivery/preflight.ts';
import { type Check, fine } from './check.ts';
import type { Examination } from './examination.ts';

/** newsletter.yaml, which could be read: what is missing from it before anybody can be mailed. */
export function checkConfiguration({ url, sender, server, unsubscribe }: Examination): readonly Check[] {
  const name = 'configuration';
  const severity = server === undefined ? 'note' : 'error';
  const faults: Check[] = [
    ...(url.startsWith('https://') || unsubscribe === 'mail'
      ? []
      : [
          {
            name,
            state: severity,
            detail: `url ${url} is not https`,
            hint: settingsHints.url,
          } as const,
        ]),
    ...(sender.postalAddress === undefined
      ? [
          {
            name,
            state: severity,
            detail: 'there is no postal address',
            hint: settingsHints.postalAddress,
          } as const,
        ]
      : []),
  ];
  return faults.length > 0 ? faults : [fine(name, 'newsletter.yaml is complete')];
}
