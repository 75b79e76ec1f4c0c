import { expect, it } from 'vitest'
import { countryOf } from '../country-of.ts'

it('knows the country of an address', async () => {
  expect(await countryOf('8.8.8.8')).toBe('US')
  expect(await countryOf('::ffff:8.8.8.8')).toBe('US')
})

it.each([null, '', 'nonsense', '127.0.0.1', '10.1.2.3', '::1', 'fd00::1'])('knows none of %s', async (ip) => {
  expect(await countryOf(ip)).toBeNull()
})
