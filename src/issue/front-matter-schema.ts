import { z } from 'zod';
import { date, kebabCase, language, line } from './field-types.ts';

/** What stands at the head of an issue. */
export const frontMatterSchema = z.strictObject({
  title: line,
  number: z.int().min(1),
  date,
  subtitle: line.exactOptional(),
  subject: line.exactOptional(),
  preheader: line.exactOptional(),
  slug: kebabCase.exactOptional(),
  tags: z.array(kebabCase).exactOptional(),
  lang: language.exactOptional(),
  draft: z.boolean().exactOptional(),
  ignore: z.array(z.strictObject({ rule: line, why: line })).exactOptional(),
});
