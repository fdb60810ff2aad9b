import type { AccessEntry } from '../web/access-log.ts';

/** One request as a line: `POST /unsubscribe/:token 200 3 ms`. */
export function formatAccess({ method, route, status, milliseconds }: AccessEntry): string {
  return `${method} ${route} ${status} ${milliseconds} ms`;
}
