#!/usr/bin/env node
/**
 * Where the published `penny` starts. Everything else is loaded only once the Node that runs it is known to be new
 * enough: an old one could not even read it.
 */
const oldestNode = 24;

/** The file of the bundle that holds `runProcess`: scripts/bundle.ts writes its name here. */
declare const programFile: string;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  import('../../terminal/refuse-old-node.ts').then(({ refuseOldNode }) => {
    refuseOldNode(process.versions.node, oldestNode);
    process.exitCode = 2;
  });
} else {
  import('./start-compiled.ts').then(({ startCompiled }) => startCompiled(programFile));
}
