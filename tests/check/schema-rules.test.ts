import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaRules } from '../../src/check/schema-rules.ts';

it('explains every fault that reading an issue can report, and no other', () => {
  const files = ['src/issue', 'src/source'].flatMap((folder) =>
    readdirSync(folder).map((name) => `${folder}/${name}`),
  );
  const sources = files.map((file) => readFileSync(file, 'utf8').replaceAll(/^.*\bfrom '.*$/gm, ''));
  const reported = sources.flatMap((source) =>
    Array.from(source.matchAll(/'([a-z-]+\/[a-z-]+)'/g), ([, name]) => name),
  );
  expect(schemaRules.map(({ name }) => name).sort()).toEqual([...new Set(reported)].sort());
});
