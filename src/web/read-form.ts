import type { Context } from 'hono';
import { z } from 'zod';
import { readBody } from './read-body.ts';

/** The fields of a body, each with all its values; a file that somebody sends is no value. */
export type Form = ReadonlyMap<string, readonly string[]>;

/** Why a body is no form: too long, of a type that forms are not sent in, or not what its type says. */
export type UnreadForm = 'tooLarge' | 'unknownForm' | 'malformedForm';

/** Reads a form as browsers, mail providers and scripts send it. */
export async function readForm(context: Context): Promise<Form | UnreadForm> {
  const body = await readBody(context);
  if (body === undefined) return 'tooLarge';
  const type = context.req.header('content-type') ?? '';
  try {
    switch (type.split(';', 1)[0]?.trim().toLowerCase()) {
      case 'application/x-www-form-urlencoded':
        return collect(new URLSearchParams(decode(body)));
      case 'multipart/form-data':
        return collect(await new Response(body, { headers: { 'Content-Type': type } }).formData());
      case 'application/json':
        return readJson(JSON.parse(decode(body)));
      default:
        return 'unknownForm';
    }
  } catch {
    return 'malformedForm';
  }
}

/** The first value of a field, without surrounding space; empty when there is none. */
export function fieldOf(form: Form, name: string): string {
  return form.get(name)?.[0]?.trim() ?? '';
}

function decode(body: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(body);
}

function collect(entries: Iterable<[string, unknown]>): Form {
  const form = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue;
    form.set(name, [...(form.get(name) ?? []), value]);
  }
  return form;
}

const jsonForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

function readJson(body: unknown): Form | 'malformedForm' {
  const parsed = jsonForm.safeParse(body);
  if (!parsed.success) return 'malformedForm';
  return new Map(Object.entries(parsed.data).map(([name, value]) => [name, [value].flat()]));
}
