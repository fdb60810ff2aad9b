import { didYouMean } from '../source/did-you-mean.ts';
import type { Place } from '../source/place.ts';
import { TemplateError } from './template-error.ts';

/**
 * Says in one line what Handlebars says in several, and where.
 *
 * @param seen what the template could name; absent when it was not filled
 */
export function describeTemplateFault(file: string, error: unknown, seen?: object): TemplateError {
  if (!(error instanceof Error)) return new TemplateError('cannot be filled', { file, cause: error });
  const [, line, excerpt] = /^Parse error on line (\d+):\n(.*)/.exec(error.message) ?? [];
  if (excerpt !== undefined) {
    const place = firstOfLine(Number(line));
    return new TemplateError(`malformed at ${excerpt.trim()}`, { file, place, cause: error });
  }
  const reason = error.message.replaceAll(/ in \[object Object\]| - \d+:\d+$/g, '');
  const [, unknown] = /^"([^"]+)" not defined/.exec(reason) ?? [];
  const meant = unknown === undefined || seen === undefined ? undefined : didYouMean(unknown, namesIn(seen));
  return new TemplateError(reason, {
    file,
    cause: error,
    ...placed(error),
    ...(meant === undefined ? {} : { meant }),
  });
}

function firstOfLine(line: number): Place {
  return { line, column: 1, endLine: line, endColumn: 2 };
}

/** What an error of Handlebars may know of its place; it counts columns from 0. */
interface HandlebarsError extends Error {
  readonly lineNumber?: unknown;
  readonly endLineNumber?: unknown;
  readonly column?: unknown;
  readonly endColumn?: unknown;
}

function placed({ lineNumber, column, endLineNumber, endColumn }: HandlebarsError): { place?: Place } {
  if (!isCount(lineNumber)) return {};
  if (!isCount(column) || !isCount(endLineNumber) || !isCount(endColumn))
    return { place: firstOfLine(lineNumber) };
  const [start, end] = [column + 1, endColumn + 1];
  return { place: { line: lineNumber, column: start, endLine: endLineNumber, endColumn: end } };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value);
}

/** Of all that stands in it, however deep: a block or a part of the template looks into it. */
function namesIn(seen: unknown): readonly string[] {
  if (Array.isArray(seen)) return seen.flatMap(namesIn);
  if (typeof seen !== 'object' || seen === null) return [];
  return Object.entries(seen).flatMap(([name, value]) => [name, ...namesIn(value)]);
}
