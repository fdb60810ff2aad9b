import type { z } from 'zod';
import type { Fault } from '../source/fault.ts';
import { parseWith } from '../source/parse-with.ts';
import type { FieldPlaces, Place } from '../source/place.ts';
import type { LocatedYaml } from '../source/read-yaml.ts';
import { type NamedValues, renameMisspelt } from '../source/rename-misspelt.ts';
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
  const whole = parseWith(schema, yaml.value);
  const sectioned = (places: FieldPlaces): FieldPlaces => new Map([['', { value: section }], ...places]);
  if (whole.success) return { fields: whole.data, places: sectioned(yaml.places), faults: yaml.faults };
  const faultsOf = (error: z.ZodError, { value, places }: NamedValues): Fault[] =>
    findSchemaFaults(error, { schema, value, places: sectioned(places), section });
  const isUnknown = ({ rule }: Fault): boolean => rule === 'schema/unknown-key';
  // A key that is misspelt is said once, and what it holds is read all the same.
  const meant = renameMisspelt(yaml, Object.keys(schema.shape));
  const again = parseWith(schema, meant.value);
  const others = again.success ? [] : faultsOf(again.error, meant).filter((fault) => !isUnknown(fault));
  // What seems missing may stand in the part that could not be read.
  const isBroken = yaml.faults.some(({ rule }) => rule === 'schema/yaml' || rule === 'file/too-large');
  const isNews = ({ rule }: Fault): boolean => !(isBroken && rule === 'schema/missing');
  return {
    fields: validFields(meant.value, schema),
    places: sectioned(meant.places),
    faults: [...yaml.faults, ...faultsOf(whole.error, yaml).filter(isUnknown), ...others.filter(isNews)],
  };
}

function validFields<Shape extends z.ZodRawShape>(
  value: Readonly<Record<string, unknown>>,
  schema: z.ZodObject<Shape>,
): Partial<z.output<z.ZodObject<Shape>>> {
  const valid = Object.entries(schema.shape).flatMap(([key, type]) => {
    const parsed = parseWith(type as z.ZodType, value[key]);
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(valid);
}
