import type { Issue } from '../issue/issue.ts';
import { type BlockView, viewBlock } from './block-view.ts';
import { collectDefinitions } from './collect-definitions.ts';
import type { Frame } from './frame.ts';
import type { Letterhead, Templates } from './letterhead.ts';
import { markdownToText, underline } from './markdown-text.ts';
import { compileTemplates, type TemplateEngine } from './template-engine.ts';
import { TextNotes } from './text-notes.ts';

/**
 * The text part of an issue, from `templates/text/`: the same words in the same order as the HTML part. Lines are
 * not wrapped. Slots are marked.
 *
 * @throws TemplateError
 */
export function renderText(
  { issue, frame, letterhead }: { issue: Issue; frame: Frame; letterhead: Letterhead },
  templates: Templates,
): string {
  const engine = compileTemplates(templates, 'text', letterhead);
  return engine.fill('layout', {
    ...frame,
    heading: underline(frame.title, '='),
    introduction: markdownToText(issue.introduction.children),
    blocks: issue.blocks.map((block) => fillBlock(engine, viewBlock(block, issue, letterhead))),
  });
}

function fillBlock(engine: TemplateEngine, view: BlockView): string {
  if (view.kind !== 'essay') {
    const heading = underline(`${view.label}: ${view.title}`, '=');
    return withoutLastLineEnd(engine.fill('card', { ...view, heading, body: markdownToText(view.body) }));
  }
  const notes = new TextNotes(collectDefinitions(view.parts.flatMap(({ body }) => body)));
  const parts = view.parts.map(({ label, body }) => ({
    heading: label === undefined ? undefined : underline(label, '-'),
    body: markdownToText(body, notes),
  }));
  return withoutLastLineEnd(engine.fill('essay', { heading: underline(view.title, '='), parts }));
}

function withoutLastLineEnd(text: string): string {
  return text.replace(/\n$/, '');
}
