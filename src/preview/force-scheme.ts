type Scheme = 'light' | 'dark';

/**
 * The document as somebody sees it whose screen is light, or dark, whatever the screen is that it is shown on: a
 * frame cannot be told. The questions for the scheme in its style sheets get a fixed answer, so that every rule keeps
 * its place and weight. Text is never touched.
 */
export function forceScheme(html: string, scheme: Scheme): string {
  return html.replaceAll(/<style\b[\s\S]*?<\/style>|<(?:meta|link|source)\b[^>]*>/gi, (element) =>
    answerQuestions(narrowSupport(element, scheme), scheme),
  );
}

/** A condition that always holds, and one that never does. */
const yes = '(min-width: 0)';
const no = '(max-width: -1px)';

function answerQuestions(element: string, scheme: Scheme): string {
  return element.replaceAll(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked: string) =>
    asked.toLowerCase() === scheme ? yes : no,
  );
}

/** A document that supports both schemes takes the wanted one for its canvas and controls; any other stays as it is. */
function narrowSupport(element: string, scheme: Scheme): string {
  return element.replaceAll(
    /(?<![\w-])(color-scheme["']?\s*(?::|content=["']))\s*(?:light\s+dark|dark\s+light)/gi,
    (_, start: string) => `${start}${scheme}`,
  );
}
