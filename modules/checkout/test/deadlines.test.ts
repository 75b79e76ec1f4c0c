import { expect, test } from 'vitest'
import {
  DECIDE_SECONDS,
  HOLD_SECONDS,
  isOverdue,
  NEXT_CHECK_SECONDS,
  START_SECONDS,
} from '../domain/deadlines.ts'

test('nothing stays undecided for more than 15 minutes, and stock is held for longer than that', () => {
  expect(DECIDE_SECONDS + NEXT_CHECK_SECONDS).toBeLessThanOrEqual(15 * 60)
  expect(HOLD_SECONDS).toBeGreaterThan(DECIDE_SECONDS + 2 * NEXT_CHECK_SECONDS)
})

test('a process without a payment is given up sooner than one with', () => {
  expect(isOverdue(START_SECONDS - 1, false)).toBe(false)
  expect(isOverdue(START_SECONDS, false)).toBe(true)
  expect(isOverdue(START_SECONDS, true)).toBe(false)
  expect(isOverdue(DECIDE_SECONDS, true)).toBe(true)
})
