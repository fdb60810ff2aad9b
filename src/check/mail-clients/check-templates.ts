import type { Finding } from '../../source/finding.ts';
import type { MailTemplates } from './find-in-templates.ts';

/**
 * What mail clients would not do of what stands in the own templates, `.hbs` and `.css`, in the order of their places:
 * unsupported CSS and HTML, active content, styles that are too large, and faults of form. What reads them is loaded
 * only when there is one.
 */
export async function checkTemplates(templates: MailTemplates): Promise<readonly Finding[]> {
  if (templates.own.length === 0) return [];
  const { findInTemplates } = await import('./find-in-templates.ts');
  return findInTemplates(templates);
}
