export const completionShells = ['bash', 'zsh', 'fish'] as const;
export type CompletionShell = (typeof completionShells)[number];

/** One command as a completion knows it. */
export interface CompletionEntry {
  /** `subscribers import`. */
  readonly name: string;
  readonly summary: string;
  /** Long flags, such as `--json`. */
  readonly flags: readonly string[];
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
  const groups = [...new Set(entries.filter(isNested).map((entry) => firstWord(entry)))];
  const groupCases = groups.map(
    (group) => `    '${group} ') words='${subcommands(entries, group).join(' ')}' ;;`,
  );
  const commandCases = entries.map((entry) => {
    const pattern = isNested(entry) ? `'${entry.name}'` : `'${entry.name} '*`;
    return `    ${pattern}) words='${entry.flags.join(' ')}' ;;`;
  });
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
    `  COMPREPLY=($(compgen -W "$words" -- "${word('COMP_CWORD')}"))`,
    '}',
    'complete -o default -F _penny penny',
  ].join('\n');
}

function fishScript(entries: readonly CompletionEntry[]): string {
  return entries
    .flatMap((entry) => {
      const first = firstWord(entry);
      const second = entry.name.split(' ')[1];
      const seen =
        second === undefined
          ? `__fish_seen_subcommand_from ${first}`
          : `__fish_seen_subcommand_from ${second}`;
      const offer = second === undefined ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${first}`;
      return [
        ...(second === undefined ? [] : [`complete -c penny -n __fish_use_subcommand -a ${first}`]),
        `complete -c penny -n '${offer}' -a ${second ?? first} -d ${quote(entry.summary)}`,
        ...entry.flags.map((flag) => `complete -c penny -n '${seen}' -l ${flag.replace('--', '')}`),
      ];
    })
    .join('\n');
}

function subcommands(entries: readonly CompletionEntry[], group: string): string[] {
  return entries
    .filter((entry) => isNested(entry) && firstWord(entry) === group)
    .map((entry) => entry.name.split(' ')[1] ?? '');
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
