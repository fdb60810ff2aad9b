import { systemClock } from './sending/system-clock.ts';

/** Today where the person is, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date(systemClock.now());
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
