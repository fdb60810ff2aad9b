import { z } from 'zod';
import { address, date, kebabCase, line } from './field-types.ts';
import { candidateStatuses } from './issue.ts';

/** What an active candidate says above their text. */
export const activeCandidateSchema = z.strictObject({
  title: line,
  id: kebabCase.exactOptional(),
  status: z.enum(candidateStatuses).exactOptional(),
  contact: address.exactOptional(),
  location: line.exactOptional(),
  workplace: line.exactOptional(),
  available: line.exactOptional(),
  payWanted: line.exactOptional(),
  consent: z
    .strictObject({ on: date, until: date.exactOptional(), scope: z.array(z.enum(['email', 'web'])).min(1) })
    .exactOptional(),
  web: z.boolean().exactOptional(),
  cta: z.strictObject({ lead: line.exactOptional(), label: line.exactOptional() }).exactOptional(),
});
