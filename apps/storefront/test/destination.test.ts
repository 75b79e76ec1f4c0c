import { expect, it } from 'vitest'
import { destinationKnown, onlyCountry } from '../app/checkout/destination.ts'

type Method = Parameters<typeof onlyCountry>[0][number]

function method(countries: string[], active = true): Method {
  return {
    id: 'm',
    code: 's',
    name: 'Standard',
    description: '',
    price: { amount: '5.00', currency: 'EUR' },
    free_over: null,
    countries,
    min_days: 2,
    max_days: 4,
    active,
    position: 1,
  } as Method
}

it('knows the country when there is only one to deliver to', () => {
  expect(onlyCountry([method(['DE']), method(['DE'])])).toBe('DE')
  expect(onlyCountry([method(['DE']), method(['FR'], false)])).toBe('DE')
  expect(onlyCountry([method(['DE']), method(['FR'])])).toBeUndefined()
  expect(onlyCountry([method(['DE']), method([])])).toBeUndefined()
  expect(onlyCountry([])).toBeUndefined()
})

it('calls a price final only when it is known where it goes', () => {
  expect(destinationKnown(undefined, undefined)).toBe(false)
  expect(destinationKnown(undefined, 'GB')).toBe(true)
  expect(destinationKnown({ country: '' }, 'GB')).toBe(false)
  expect(destinationKnown({ country: 'FR' }, undefined)).toBe(true)
  expect(destinationKnown({ country: '', address_id: 'a' }, undefined)).toBe(true)
  expect(destinationKnown({ country: '', address_id: 'new' }, undefined)).toBe(false)
})
