export const completionShells = ['bash', 'zsh', 'fish'] as const;
export type CompletionShell = (typeof completionShells)[number];

/** One command as a completion knows it. */
export interface CompletionEntry {
  /** `subscribers import`. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletionFlag[];
}

export interface CompletionFlag {
  /** Such as `--json`. */
  readonly name: string;
  /** What may stand behind it, where that is one of a few words. */
  readonly values: readonly string[];
}

/** A script that completes `penny`'s commands and flags; it holds the words, so that a Tab starts no process. */
export function completionScript(shell: CompletionShell, entries: readonly CompletionEntry[]): string {
  if (shell === 'fish') return fishScript(entries);
  const zsh = 'autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n';
  return `${shell === 'zsh' ? zsh : ''}${bashScript(entries)}`;
}

/** The shell's own way to name a typed word. */
function word(index: string): string {
  return `\${COMP_WORDS[${index}]}`;
}

function bashScript(entries: readonly CompletionEntry[]): string {
  const groupCases = groupsOf(entries).map(
    (group) => `    '${group} ') words='${subcommands(entries, group).join(' ')}' ;;`,
  );
  const commandCases = entries.map((entry) => {
    const pattern = isNested(entry) ? `'${entry.name}'` : `'${entry.name} '*`;
    return `    ${pattern}) words='${entry.flags.map(({ name }) => name).join(' ')}' ;;`;
  });
  const valueCases = entries.flatMap((entry) =>
    entry.flags.filter(hasValues).map(({ name, values }) => {
      const pattern = isNested(entry) ? `'${entry.name} ${name}'` : `'${entry.name} '*' ${name}'`;
      return `    ${pattern}) words='${values.join(' ')}' ;;`;
    }),
  );
  return [
    '_penny() {',
    '  local words="" first="" second=""',
    `  [ "$COMP_CWORD" -gt 1 ] && first="${word('1')}"`,
    `  [ "$COMP_CWORD" -gt 2 ] && second="${word('2')}"`,
    '  case "$first $second" in',
    `    ' ') words='${[...new Set(entries.map(firstWord))].join(' ')}' ;;`,
    ...groupCases,
    ...commandCases,
    '  esac',
    `  case "$first $second ${word('COMP_CWORD-1')}" in`,
    ...valueCases,
    '  esac',
    `  COMPREPLY=($(compgen -W "$words" -- "${word('COMP_CWORD')}"))`,
    '}',
    'complete -o default -F _penny penny',
  ].join('\n');
}

/** A word such as `list` belongs to several groups: fish is always asked for both words. */
function fishScript(entries: readonly CompletionEntry[]): string {
  const groups = groupsOf(entries);
  const seen = (...words: readonly string[]): string => `__fish_seen_subcommand_from ${words.join(' ')}`;
  const line = (condition: string, offer: string): string => `complete -c penny -n '${condition}' ${offer}`;
  const linesOf = (entry: CompletionEntry): string[] => {
    const [first = '', second] = entry.name.split(' ');
    const isOpen =
      second === undefined
        ? '__fish_use_subcommand'
        : `${seen(first)}; and not ${seen(...subcommands(entries, first))}`;
    const isTyped =
      second === undefined
        ? `${seen(first)}; and not ${seen(...groups)}`
        : `${seen(first)}; and ${seen(second)}`;
    return [
      line(isOpen, `-a ${second ?? first} -d ${quote(entry.summary)}`),
      ...entry.flags.map(({ name, values }) => {
        const offer = values.length === 0 ? '' : ` -x -a ${quote(values.join(' '))}`;
        return line(isTyped, `-l ${name.replace('--', '')}${offer}`);
      }),
    ];
  };
  return [
    ...groups.map((group) => line('__fish_use_subcommand', `-a ${group}`)),
    ...entries.flatMap(linesOf),
  ].join('\n');
}

function groupsOf(entries: readonly CompletionEntry[]): string[] {
  return [...new Set(entries.filter(isNested).map(firstWord))];
}

function subcommands(entries: readonly CompletionEntry[], group: string): string[] {
  return entries
    .filter((entry) => isNested(entry) && firstWord(entry) === group)
    .map((entry) => entry.name.split(' ')[1] ?? '');
}

function hasValues({ values }: CompletionFlag): boolean {
  return values.length > 0;
}

function isNested(entry: CompletionEntry): boolean {
  return entry.name.includes(' ');
}

function firstWord(entry: CompletionEntry): string {
  return entry.name.split(' ')[0] ?? '';
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
