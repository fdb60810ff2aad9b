import { z } from 'zod';
import { isProtected } from '../check/explain-rule.ts';
import { ruleCatalogue } from '../check/rule-catalogue.ts';
import { labelDefaults } from '../workspace/label-defaults.ts';
import { settingsSchema } from '../workspace/settings-schema.ts';

/**
 * The schema of `newsletter.yaml` for editors, which complete and explain by it (JSON Schema, draft 7: what they read
 * best). Made from the schema that penny itself reads the file with, and from its rules.
 */
export function settingsJsonSchema(): object {
  const schema = z.toJSONSchema(settingsSchema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema, path }) => {
      // What a line may not hold, editors would show as a pattern that nobody understands.
      if (jsonSchema.pattern?.includes('\\p{') === true) delete jsonSchema.pattern;
      if (path.join('.') === 'properties.rules') Object.assign(jsonSchema, describeRules());
    },
  });
  describeLabels(schema.properties?.['labels']);
  return { title: 'newsletter.yaml of pennypost', ...schema };
}

/** Labels share their schemas, and have descriptions of their own. */
function describeLabels(labels: z.core.JSONSchema._JSONSchema | undefined): void {
  const { properties = {} } = typeof labels === 'object' ? labels : {};
  for (const [name, { where, words }] of Object.entries(labelDefaults)) {
    const shape = properties[name];
    if (typeof shape !== 'object') continue;
    properties[name] = { description: `${where}. Default: “${words}”.`, ...shape };
  }
}

/** Every rule whose weight may be changed. */
function describeRules(): object {
  const weights = { type: 'string', enum: ['off', 'note', 'warning', 'error'] };
  const rules = ruleCatalogue.filter(({ name }) => !isProtected(name));
  const properties = rules.map(({ name, severity, what }) => [
    name,
    { description: `${what} Default: ${severity}.`, ...weights },
  ]);
  return {
    properties: Object.fromEntries(properties),
    propertyNames: undefined,
    additionalProperties: false,
  };
}
