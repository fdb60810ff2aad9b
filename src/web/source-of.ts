import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';

export interface WebEnvironment {
  Bindings: HttpBindings;
}

/**
 * Who asks, for limits and for nothing else: an IPv4 address, or the /64 of an IPv6 one, which is what one household or
 * one machine has. Behind a proxy it is the last address of X-Forwarded-For, which the proxy itself has written; whatever
 * stands before it anybody could have.
 */
export function sourceOf(context: Context<WebEnvironment>, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1) : undefined;
  const address = withoutPort(forwarded?.trim()) ?? context.env.incoming.socket.remoteAddress ?? '';
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

/** Some proxies write the port behind the address, and then brackets around one of IPv6. */
function withoutPort(host: string | undefined): string | undefined {
  return host?.replace(/^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');
}
