import type { Report } from '@preflag/core';
import { renderPretty } from '@preflag/reporters/terminal';
import { expect } from 'vitest';
import { check } from './check/check.ts';
import type { CheckOptions, Delivery } from './check/check-options.ts';

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /**
     * Checks a delivery (a folder, a file, or files in memory), or takes a report that is there already, and fails with what was found, in
     * words. Only `pass` passes: a delivery that could not be checked in full does not.
     */
    toPassChecks(options?: CheckOptions): Promise<void>;
  }
}

expect.extend({
  async toPassChecks(received: Delivery | Report, options: CheckOptions = {}) {
    const report = isReport(received) ? received : await check(received, options);
    const text = renderPretty([report], { width: 100 });
    const pass = report.verdict === 'pass';
    return {
      pass,
      message: () =>
        pass
          ? `Expected the delivery not to pass its checks, and it does.\n\n${text}`
          : `Expected the delivery to pass its checks, and it is ${report.verdict === 'fail' ? 'failing' : 'incomplete'}.\n\n${text}`,
      actual: report.verdict,
      expected: 'pass',
    };
  },
});

function isReport(received: Delivery | Report): received is Report {
  return typeof received === 'object' && 'verdict' in received && 'findings' in received;
}
