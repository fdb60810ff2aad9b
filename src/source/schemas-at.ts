import { z } from 'zod';

/** What a schema takes at a path: several things where it takes one or the other on the way. Entries of lists count. */
export function schemasAt(schema: z.ZodType, path: readonly string[]): readonly z.ZodType[] {
  if (schema instanceof z.ZodExactOptional) return inside(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => inside(option, path));
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (schema instanceof z.ZodArray) return inside(schema.element, rest);
  return schema instanceof z.ZodObject ? inside(schema.shape[step], rest) : [];
}

/** What zod's own types do not say to be a schema is one all the same, or nothing. */
function inside(inner: unknown, path: readonly string[]): readonly z.ZodType[] {
  return inner instanceof z.ZodType ? schemasAt(inner, path) : [];
}
