import { expect, test } from 'vitest'
import { add, summary, tallyVitest } from './tally.ts'

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }

test('a good run counts its tests', () => {
  expect(tallyVitest(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

test('a file that does not load counts as one failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  expect(tallyVitest({ ...report, testResults }, 1).failed).toBe(1)
})

test('a failing test is counted once', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]
  expect(tallyVitest({ ...report, numFailedTests: 1, testResults }, 1).failed).toBe(1)
})

test('a run that fails without a failing test is a failure', () => {
  expect(tallyVitest(report, 1).failed).toBe(1)
  expect(tallyVitest(report, null).failed).toBe(1)
  expect(tallyVitest(undefined, 0).failed).toBe(1)
})

test('the last line names what was skipped only when something was', () => {
  const some = { passed: 2, failed: 1, skipped: 0 }
  expect(summary(some)).toBe('2 passed, 1 failed')
  expect(summary(add(some, { passed: 1, failed: 0, skipped: 3 }))).toBe('3 passed, 1 failed, 3 skipped')
})
