import { expect, it } from 'vitest';
import { settingsJsonSchema } from '../../src/cli/settings-json-schema.ts';
import { formatJson } from '../../src/terminal/json-text.ts';

it('is what penny.schema.json says (vitest -u writes it anew)', async () => {
  await expect(`${formatJson(settingsJsonSchema())}\n`).toMatchFileSnapshot('../../penny.schema.json');
});

interface Part {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: unknown;
}

/** Every part of a schema that somebody can write, by its dotted name. */
function partsOf(part: Part, name = ''): (readonly [string, Part])[] {
  const inner = Object.entries(part.properties ?? {});
  return [[name, part], ...inner.flatMap(([key, one]) => partsOf(one, `${name}.${key}`))];
}

const parts = partsOf(settingsJsonSchema());

it('explains every key, and knows no others', () => {
  expect(parts.length).toBeGreaterThan(100);
  for (const [name, part] of parts) {
    if (name !== '') expect(part.description, name).toMatch(/\.$/);
    if (part.properties !== undefined) expect(part.additionalProperties, name).toBe(false);
  }
});

it('offers the rules whose weight may be changed, and no other', () => {
  const names = parts.map(([name]) => name);
  expect(names).toContain('.rules.mail/subject-long');
  expect(names).not.toContain('.rules.never-name/text');
  expect(names).not.toContain('.rules.schema/type');
});
