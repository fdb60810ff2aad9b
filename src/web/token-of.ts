import type { Context } from 'hono';

/** The last part of the address that was asked for. */
export function tokenOf(context: Context): string {
  return context.req.param('token') ?? '';
}
