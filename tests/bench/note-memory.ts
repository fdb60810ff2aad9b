/** Loaded before a measured program: writes the most memory that it had, in MiB, to a file beside its input. */
import { writeFileSync } from 'node:fs';

process.once('exit', () => writeFileSync('memory', String(process.resourceUsage().maxRSS / 1024)));
