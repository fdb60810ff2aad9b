import type { Finding } from '../../source/finding.ts';
import type { MailTemplate } from './find-in-templates.ts';

/**
 * What mail clients would not do of what stands in the templates, `.hbs` and `.css`, in the order of their places:
 * unsupported CSS and HTML, active content, styles that are too large, and faults of form. What reads them is loaded
 * only when there is one.
 */
export async function checkTemplates(templates: readonly MailTemplate[]): Promise<readonly Finding[]> {
  if (templates.length === 0) return [];
  const { findInTemplates } = await import('./find-in-templates.ts');
  return findInTemplates(templates);
}
