/**
 * Bundles `src/` into the published command. Node finds, reads and links each module by itself, and a check
 * would load eight hundred. Run: npm run prepare, which writes `dist/`; a test names another folder.
 */
import { build } from 'rolldown';
import { collectLicences } from './collect-licences.ts';

/** What every check loads, and commander, which every call loads. All other packages stay what is installed. */
const bundled: readonly string[] = [
  ...['commander', 'decode-named-character-reference', 'gray-matter', 'leven', 'mdast-util-gfm'],
  ...[
    'mdast-util-to-markdown',
    'mdast-util-to-string',
    'remark-gfm',
    'remark-parse',
    'unified',
    'yaml',
    'zod',
  ],
];

const [folder = 'dist'] = process.argv.slice(2);

await build({
  input: 'src/cli/main.ts',
  platform: 'node',
  external: (name, importer) => /^[@a-z]/.test(name) && isOurs(importer) && !bundled.includes(name),
  // gray-matter could evaluate front matter that is JavaScript, and has a reader of YAML that could, too. Ours does neither.
  resolve: { alias: { esprima: false } },
  checks: { eval: false },
  plugins: [collectLicences('third-party-licences.txt')],
  output: {
    dir: folder,
    cleanDir: true,
    entryFileNames: 'cli/main.js',
    // As deep as the rooms of src/: what a file right in a room finds by its own address, it finds from here.
    chunkFileNames: 'cli/[name]-[hash].js',
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
});

/** What a bundled package needs in its turn is bundled with it. */
function isOurs(importer: string | undefined): boolean {
  return importer?.includes('node_modules') !== true;
}
