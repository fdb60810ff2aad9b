import type { Element, ElementContent, Properties } from 'hast';
import type { Options } from 'remark-html';

/** How markdown nodes become HTML elements, by the node's type. */
export type Handlers = NonNullable<Options['handlers']>;
export type Handler = NonNullable<Handlers['text']>;
export type HandlerState = Parameters<Handler>[0];
export type HandlerParent = Parameters<Handler>[2];

export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}
