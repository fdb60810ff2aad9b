import type { Finding } from './finding.ts';

/** A finding before it is known which file it is about. */
export type Fault = Omit<Finding, 'file'>;
