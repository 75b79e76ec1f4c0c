import { queryOptions } from '@tanstack/react-query'
import { api, type Answer, type Input } from '../api.ts'

export type Taxes = Answer<'pricing', 'getTaxSettings'>
export type TaxInput = Input<'pricing', 'updateTaxSettings'>
export type TaxClass = Taxes['classes'][number]

export const taxesQuery = queryOptions({
  queryKey: ['taxes'],
  queryFn: ({ signal }) => api.pricing.getTaxSettings({}, { signal }),
})

/** What can be said of taxes, without the table. */
export function taxInput({ updated_at: _at, table: _table, ...input }: Taxes): TaxInput {
  return input
}
