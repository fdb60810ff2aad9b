import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Names every module on standard error as it is loaded. */
const tracer = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { process._rawDebug(url); return next(url, context); } });`;

function modulesLoadedBy(...words: readonly string[]): string[] {
  const loader = `data:text/javascript,${encodeURIComponent(tracer)}`;
  const traced = ['--import', loader, 'src/cli/main.ts', ...words];
  const { stderr } = spawnSync(process.execPath, traced, { encoding: 'utf8' });
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => /^(node|file|data):/.test(line));
  return lines.filter((line) => !line.startsWith('data:'));
}

/** Commander, the command table, and what reads or names the values of its options. */
const expected =
  /^node:|\/node_modules\/commander\/|\/src\/(cli|terminal)\/|\/src\/(workspace\/rate|delivery\/send-window|audience\/csv\/columns\/map-targets)\.ts$/;

it.each(['--version', '--help', 'send --help'])(
  'penny %s loads commander and the command table only',
  (words) => {
    const modules = modulesLoadedBy(...words.split(' '));
    expect(modules.some((url) => url.endsWith('/src/cli/main.ts'))).toBe(true);
    expect(modules.filter((url) => !expected.test(url))).toEqual([]);
    expect(modules.filter((url) => /\/src\/cli\/(?:commands\/|run-command)/.test(url))).toEqual([]);
  },
);

it('sees the libraries of a command that runs', () => {
  expect(modulesLoadedBy('check').filter((url) => !expected.test(url))).not.toEqual([]);
});

it('penny check reads no templates that nobody changed, and loads nothing that could', () => {
  const parsers = /\/node_modules\/(?:postcss|parse5|handlebars|juice)\//;
  expect(modulesLoadedBy('check', '1').filter((url) => parsers.test(url))).toEqual([]);
});
