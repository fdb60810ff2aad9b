/**
 * Bundles `src/` into the published command. Node finds, reads and links each module by itself, and a check
 * would load eight hundred. Run: npm run prepare, which writes `dist/`; a test names another folder.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'rolldown';
import { collectLicences } from './collect-licences.ts';

/** What most commands load, and commander, which every call loads. All other packages stay what is installed. */
const bundled: readonly string[] = [
  ...['commander', 'decode-named-character-reference', 'gray-matter', 'leven', 'mdast-util-gfm'],
  ...[
    'mdast-util-to-markdown',
    'mdast-util-to-string',
    'remark-gfm',
    'remark-html',
    'remark-parse',
    'unified',
    'yaml',
    'zod',
  ],
];

/** What is loaded together is one file: a module, and all that it needs and no file above it holds. */
const together: readonly { readonly name: string; readonly module: string }[] = [
  { name: 'program', module: 'cli/starting/run-process' },
  { name: 'command', module: 'cli/run-command' },
  { name: 'workspace', module: 'cli/open-workspace' },
  { name: 'issues', module: 'cli/read-issues' },
  { name: 'check', module: 'cli/commands/check' },
];

const [folder = 'dist'] = process.argv.slice(2);

const { output } = await build({
  ...sharedOptions(),
  input: 'src/cli/starting/run-process.ts',
  plugins: [importPackages(), collectLicences('third-party-licences.txt')],
  output: {
    ...outputOptions('cli/[name]-[hash].js'),
    cleanDir: true,
    codeSplitting: {
      groups: together.map(({ name, module }, index) => ({
        name,
        test: (file) => file.replaceAll('\\', '/').endsWith(`/src/${module}.ts`),
        priority: together.length - index,
      })),
    },
  },
});
const [program] = output;

await build({
  ...sharedOptions(),
  input: 'src/cli/starting/published.ts',
  transform: { define: { programFile: JSON.stringify(program.fileName.replace('cli/', '')) } },
  output: outputOptions('cli/main.js'),
});

// A thread starts from a file of its own.
await build({
  ...sharedOptions(),
  input: 'src/cli/records-thread.ts',
  output: outputOptions('cli/records-thread.js'),
});

// The package is of ECMAScript modules; V8 keeps what it compiled, and was called, of CommonJS only.
writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');

function sharedOptions(): BuildOptions {
  return {
    platform: 'node',
    external: (name, importer) => /^[@a-z]/.test(name) && isOurs(importer) && !bundled.includes(name),
    // gray-matter brings a reader of YAML and would load it at every start. We hand it one that knows places.
    resolve: { alias: { 'js-yaml': resolve('scripts/no-js-yaml.ts') } },
    // gray-matter could evaluate front matter that is JavaScript: it is never asked to.
    checks: { eval: false },
  };
}

function outputOptions(entryFileNames: string): NonNullable<BuildOptions['output']> {
  return {
    dir: folder,
    format: 'cjs',
    charset: 'ascii',
    comments: { jsdoc: false, annotation: false },
    entryFileNames,
    // As deep as the rooms of src/: what a file right in a room finds by its own address, it finds from here.
    chunkFileNames: 'cli/[name]-[hash].js',
    sourcemap: true,
    sourcemapExcludeSources: true,
  };
}

/** A script cannot `import()`; `CompiledFiles` hands it what can. Loaded by Node, a file can. */
function importPackages(): Plugin {
  return {
    name: 'import-packages',
    renderChunk(code) {
      const handed = code.replaceAll(
        /\bimport\((?="[@a-z])/g,
        '(typeof importPackage === "undefined" ? (name) => import(name) : importPackage)(',
      );
      // No line moves, so the map stays as good as it is.
      return handed === code ? null : { code: handed, map: null };
    },
  };
}

/** What a bundled package needs in its turn is bundled with it. */
function isOurs(importer: string | undefined): boolean {
  return importer?.includes('node_modules') !== true;
}
