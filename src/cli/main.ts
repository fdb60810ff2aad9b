/** Where `penny` starts when its sources are run; `starting/published.ts` is where the published command does. */
import { keepCompiled } from './starting/keep-compiled.ts';

keepCompiled();
const { runProcess } = await import('./starting/run-process.ts');
await runProcess();
