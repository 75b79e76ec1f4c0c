import { newId } from '@rampart/platform/crypto/ids.ts'
import { type HarnessOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { shippingModule } from '../module.ts'

type MethodFields = Readonly<Record<string, unknown>>

export function staffWith(...permissions: string[]) {
  return { kind: 'staff', id: newId(), session_id: newId(), role: 'manager', permissions } as const
}

export const fields: MethodFields = {
  name: 'Parcel',
  description: 'By parcel post.',
  price: '5.00',
  free_over: null,
  countries: [],
  min_days: 1,
  max_days: 3,
  active: true,
  position: 5,
}

export type Method = MethodFields & { readonly id: string; readonly code: string }

/** The shipping module with a database of its own, and short names for what tests do to it. */
export async function openShipping(options: HarnessOptions = {}) {
  const h = await testModule(shippingModule, options)
  const principal = staffWith('shipping:*')
  return {
    ...h,
    create: (input: object): Promise<Method> =>
      h.call('createMethod', { ...fields, ...input }, { principal }),
    update: (method_id: string, input: object): Promise<Method> =>
      h.call('updateMethod', { ...fields, ...input, method_id }, { principal }),
    remove: (method_id: string): Promise<null> => h.call('deleteMethod', { method_id }, { principal }),
    async list(as: object = {}): Promise<Method[]> {
      const { items }: { items: Method[] } = await h.call('listMethods', {}, as)
      return items
    },
    async quote(input: object): Promise<{ code: string; price_minor: number }[]> {
      const given = { country: null, subtotal_minor: 1_000, currency: 'USD', ...input }
      const { rates }: { rates: { code: string; price_minor: number }[] } = await h.call(
        'quoteRates',
        given,
        {
          caller: 'checkout',
        },
      )
      return rates
    },
    audits: async (): Promise<{ action: string; before: unknown; after: unknown }[]> => {
      const events = await h.events()
      return events.filter((event) => event.type === 'audit.entry-recorded.v1').map((event) => event.payload)
    },
  }
}
