import { z } from 'zod';
import { line } from './field-types.ts';

/** What the essay says above its text. */
export const essaySchema = z.strictObject({ title: line.exactOptional() });
