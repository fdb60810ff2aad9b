import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Puts the licence of every package that a bundle holds a part of into a file beside it, as those licences ask. */
export function collectLicences(fileName: string): Plugin {
  return {
    name: 'collect-licences',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? output.moduleIds : [],
      );
      const folders = new Set(files.flatMap((file) => folderOfPackage(file) ?? []));
      const source = [...folders]
        .sort()
        .map(describe)
        .join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** A file with a null byte in its name is the bundler's own. */
function folderOfPackage(file: string): string | undefined {
  return /^[^\0]*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

/** @throws Error where a package brings no licence: it must not be part of what we publish. */
function describe(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  if (texts.length === 0) throw new Error(`${name} has no file with its licence`);
  return [
    `${name} ${version} (${license})\n`,
    ...texts.map((file) => readFileSync(join(folder, file), 'utf8').trim(), ''),
  ].join('\n');
}
