import type { Context } from 'hono';

/** The last part of a path, for the routes whose addresses are mailed. */
export const tokenInPath = ':token{[^/]+/?}';

/**
 * The token in the address that was asked for. Mail programs take what stands behind a link for a part of it: a full
 * stop, a bracket, a slash.
 */
export function tokenOf(context: Context): string {
  const written = context.req.param('token') ?? '';
  return /^([\w-]{32})[^\w-]+$/.exec(written)?.[1] ?? written;
}
