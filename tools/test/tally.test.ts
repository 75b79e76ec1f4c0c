import { expect, test } from 'vitest'
import { add, summary, tallyVitest } from './tally.ts'

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }

test('a good run counts its tests', () => {
  expect(tallyVitest(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 2, failures: [] })
})

test('a file that does not load counts as one failure', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', assertionResults: [] },
    { name: 'b.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'stands' }] },
  ]
  expect(tallyVitest({ ...report, testResults }, 1)).toMatchObject({ failed: 1, failures: ['a.test.ts'] })
})

test('a failing test is counted once', () => {
  const testResults = [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [{ status: 'failed', fullName: 'lists > stands' }],
    },
  ]
  const tally = tallyVitest({ ...report, numFailedTests: 1, testResults }, 1)
  expect(tally).toMatchObject({ failed: 1, failures: ['a.test.ts: lists > stands'] })
})

test('a run that fails without a failing test is a failure', () => {
  expect(tallyVitest(report, 1).failed).toBe(1)
  expect(tallyVitest(report, null).failed).toBe(1)
  expect(tallyVitest(undefined, 0).failed).toBe(1)
})

test('the last lines name what failed, and what was skipped only when something was', () => {
  const some = { passed: 2, failed: 1, skipped: 0, failures: ['types'] }
  expect(summary(some)).toBe('✗ types\n2 passed, 1 failed')
  const others = { passed: 1, failed: 0, skipped: 3, failures: [] }
  expect(summary(add(some, others))).toBe('✗ types\n3 passed, 1 failed, 3 skipped')
})
