import type { z } from 'zod';
import type { Fault } from '../source/fault.ts';
import type { FieldPlaces, Place } from '../source/place.ts';
import type { LocatedYaml } from '../source/read-yaml.ts';
import { findSchemaFaults } from '../source/schema-faults.ts';

/** A section's YAML held against its schema. */
export interface ReadFields<Fields> {
  /** The fields that are there and valid, whatever is wrong with the others. */
  readonly fields: Partial<Fields>;
  readonly places: FieldPlaces;
  readonly faults: readonly Fault[];
}

/** Reads the fields of one section, with a fault for each that is wrong. `section` is the place of its fence. */
export function readFields<Shape extends z.ZodRawShape>(
  yaml: LocatedYaml,
  schema: z.ZodObject<Shape>,
  section: Place,
): ReadFields<z.output<z.ZodObject<Shape>>> {
  const { value } = yaml;
  const places = new Map([['', { value: section }], ...yaml.places]);
  const whole = schema.safeParse(value);
  if (whole.success) return { fields: whole.data, places, faults: yaml.faults };
  // What seems missing may stand in the part that could not be read.
  const isBroken = yaml.faults.some(({ rule }) => rule === 'schema/yaml' || rule === 'file/too-large');
  const isNews = ({ rule }: Fault): boolean => !(isBroken && rule === 'schema/missing');
  const faults = findSchemaFaults(whole.error, { schema, value, places, section });
  return { fields: validFields(value, schema), places, faults: [...yaml.faults, ...faults.filter(isNews)] };
}

function validFields<Shape extends z.ZodRawShape>(
  value: Readonly<Record<string, unknown>>,
  schema: z.ZodObject<Shape>,
): Partial<z.output<z.ZodObject<Shape>>> {
  const valid = Object.entries(schema.shape).flatMap(([key, type]) => {
    const parsed = (type as z.ZodType).safeParse(value[key]);
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(valid);
}
