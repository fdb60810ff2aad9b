/**
 * Part of `npm run prepare`: makes `npx penny` in this repository run what was just built. npm links the commands of
 * dependencies, but not a package's own.
 */
import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

const command = 'dist/cli/main.js';
const link = 'node_modules/.bin/penny';

chmodSync(command, 0o755);
rmSync(link, { force: true });
if (process.platform === 'win32')
  writeFileSync(`${link}.cmd`, `@node "%~dp0\\..\\..\\${command.replaceAll('/', '\\')}" %*\r\n`);
else symlinkSync(`../../${command}`, link);
