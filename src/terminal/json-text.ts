/** Everything that JSON allows as it is and that a terminal may take for a command or a change of direction. */
const unsafe = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A value as a JSON document. Characters that could act on a terminal are escaped, which leaves every value as it is. */
export function formatJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(unsafe, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
