import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends the run's output with one plain line for whoever only reads that: `412 passed, 0 failed`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    console.log(summaryOf(modules, unhandled.length));
  }
}

/** Counts tests; a file that broke outside its tests, and an error that nobody caught, count as failed too. */
function summaryOf(modules: readonly TestModule[], unhandled: number): string {
  const count = { passed: 0, failed: unhandled, skipped: 0 };
  for (const module of modules) {
    count.failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that was never finished is no proof of anything.
      count[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  const { passed, failed, skipped } = count;
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
