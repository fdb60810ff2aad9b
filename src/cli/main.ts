#!/usr/bin/env node
/**
 * Where `penny` starts. Everything else is loaded only once the Node that runs it is known to be new enough: an old
 * one could not even read the sources.
 */
const oldestNode = 24;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  const { refuseOldNode } = await import('../terminal/refuse-old-node.ts');
  refuseOldNode(process.versions.node, oldestNode);
  process.exitCode = 2;
} else {
  const { keepCompiled } = await import('./keep-compiled.ts');
  keepCompiled();
  const { runProgram } = await import('./program.ts');
  const streams = { input: process.stdin, output: process.stdout, error: process.stderr };
  process.exitCode = await runProgram(process.argv.slice(2), {
    streams,
    environment: process.env,
    folder: process.cwd(),
  });
}
