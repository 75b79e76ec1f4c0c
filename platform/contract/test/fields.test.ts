import { expect, it } from 'vitest'
import { Id } from '../fields.ts'

// Planted bug: an order's tracking token is made from its id's text, so the id in capitals opened nothing.
it('an id means the same in capitals', () => {
  const id = '0199A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B'
  expect(Id.parse(id)).toBe(id.toLowerCase())
  expect(Id.safeParse(`${id} `).success).toBe(false)
})
