import type { z } from 'zod';

/**
 * Holds a value against a schema. zod would first make a function of the code of its own writing for each schema, which
 * takes longer than to hold a few values against it.
 */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.ZodSafeParseResult<z.output<Schema>> {
  return schema.safeParse(value, { jitless: true });
}
