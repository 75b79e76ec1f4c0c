/** What was counted; a check such as `types` counts as one test. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  /** What failed, by name, as far as it has one. */
  failures: string[]
}

interface Assertion {
  status: string
  fullName: string
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: Assertion[] }[]
}

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  }
}

/**
 * Counts a run of vitest. A file that fails without a failing test in it (it does not load, or a hook throws)
 * counts as one failure, and so does a run that fails for any other reason: an error nobody awaited, no report.
 */
export function tallyVitest(report: VitestReport | undefined, exitCode: number | null): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: [] }
  const failures = report.testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === 'failed')
      return { name, tests }
    })
  const brokenFiles = failures.filter(({ tests }) => tests.length === 0).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: failures.flatMap(({ name, tests }) =>
      tests.length === 0 ? [name] : tests.map(({ fullName }) => `${name}: ${fullName}`),
    ),
  }
}

/** The last lines of `npm test`: what failed, so that nobody looks for it in thousands of lines, and the figures. */
export function summary(tally: Tally): string {
  const line = `${String(tally.passed)} passed, ${String(tally.failed)} failed`
  const figures = tally.skipped ? `${line}, ${String(tally.skipped)} skipped` : line
  return [...tally.failures.map((name) => `✗ ${name}`), figures].join('\n')
}
