import { expect, it } from 'vitest'
import { maxConnections, poolSize } from '../boot/pool-size.ts'

// Planted bug: 20 connections for each process are more than PostgreSQL allows from the fifth core on.
it.each([1, 2, 4, 5, 8, 13, 16, 64, 128])('%i processes find their connections', (processes) => {
  expect(poolSize(processes)).toBeGreaterThanOrEqual(6)
  expect(processes * poolSize(processes)).toBeLessThan(maxConnections(processes))
  if (processes <= 16) expect(processes * poolSize(processes)).toBeLessThan(97)
})
