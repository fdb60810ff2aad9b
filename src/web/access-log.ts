import type { MiddlewareHandler } from 'hono';

/** One request: what kind of it, and never whose. */
export interface AccessEntry {
  readonly method: string;
  /** As the endpoint is declared, such as `/unsubscribe/:token`; the site is `/…`. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

export type AccessLog = (entry: AccessEntry) => void;

/** Tells of each request once it is answered. Neither tokens nor addresses, of whatever kind, are in it. */
export function logAccess(log: AccessLog, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const started = now();
    await next();
    const { method, path } = context.req;
    log({ method, route: routeOf(path), status: context.res.status, milliseconds: now() - started });
  };
}

function routeOf(path: string): string {
  const [, plain, withToken] = /\/(?:(subscribe|healthz)|(confirm|unsubscribe)\/[^/]*)\/?$/.exec(path) ?? [];
  if (plain !== undefined) return `/${plain}`;
  return withToken === undefined ? '/…' : `/${withToken}/:token`;
}
