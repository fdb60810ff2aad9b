import { z } from 'zod';

/** One line of text, without spaces around it. */
export const line = z
  .string()
  .trim()
  .min(1)
  .regex(
    /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]*$/u,
    'must be one line without control characters',
  );
