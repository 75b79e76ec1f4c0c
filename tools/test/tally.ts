/** What was counted; a check such as `types` counts as one test. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

interface Assertion {
  status: string
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: Assertion[] }[]
}

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/**
 * Counts a run of vitest. A file that fails without a failing test in it (it does not load, or a hook throws)
 * counts as one failure, and so does a run that fails for any other reason: an error nobody awaited, no report.
 */
export function tallyVitest(report: VitestReport | undefined, exitCode: number | null): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The last line of `npm test`. */
export function summary(tally: Tally): string {
  const line = `${String(tally.passed)} passed, ${String(tally.failed)} failed`
  return tally.skipped ? `${line}, ${String(tally.skipped)} skipped` : line
}
