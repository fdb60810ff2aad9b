import { fileURLToPath } from 'node:url';

/** Where the tool's own code lies: `src/`, or `dist/`, where all of it is in files beside each other in `dist/cli/`. */
export const codeFolder = fileURLToPath(new URL('../', import.meta.url));
