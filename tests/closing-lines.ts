import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * The last lines of a run: what was skipped, by name, and `N passed, N failed` with the true counts. A file that
 * could not be loaded and an error outside of any test count as failed.
 */
export default class ClosingLines implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string): TestCase[] => tests.filter((test) => test.result().state === state);
    const brokenSuites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const suiteErrors = brokenSuites.reduce((sum, suite) => sum + suite.errors().length, 0);
    const failed = inState('failed').length + suiteErrors + unhandled.length;
    const skipped = inState('skipped').map(
      (test) => `skipped: ${test.module.relativeModuleId} › ${test.fullName}`,
    );
    process.stdout.write([...skipped, `${inState('passed').length} passed, ${failed} failed`, ''].join('\n'));
  }
}
