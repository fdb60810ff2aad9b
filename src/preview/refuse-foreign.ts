import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

export interface PreviewEnvironment {
  Bindings: HttpBindings;
}

/**
 * Only a browser that was asked for this machine by name may read on: a page elsewhere whose name was made to lead
 * here (DNS rebinding) still says its own name. RFC 9110, 7.4 and 15.5.20.
 */
export const refuseForeignHosts: MiddlewareHandler<PreviewEnvironment> = async (context, next) => {
  const hosts = ownHosts(context.env);
  if (hosts.includes(new URL(context.req.url).host)) return next();
  return context.text(`this preview answers at ${hosts[0]} only\n`, 421);
};

/**
 * What pages of the preview ask for is for them alone: no other page may as much as start a download, not even one
 * from another port of this machine. Who is no browser says nothing, and may ask.
 * https://www.w3.org/TR/fetch-metadata/
 */
export const refuseOtherPages: MiddlewareHandler<PreviewEnvironment> = async (context, next) => {
  const site = context.req.header('sec-fetch-site') ?? 'none';
  const origin = context.req.header('origin');
  const isOwn = ownHosts(context.env).some((host) => origin === `http://${host}`);
  if (['same-origin', 'none'].includes(site) && (origin === undefined || isOwn)) return next();
  return context.text('this is for the pages of the preview only\n', 403);
};

function ownHosts({ incoming }: HttpBindings): readonly string[] {
  const { localPort } = incoming.socket;
  return ['127.0.0.1', 'localhost', '[::1]'].map((name) => new URL(`http://${name}:${localPort}`).host);
}
