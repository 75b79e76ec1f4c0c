import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Customers } from '@rampart/contracts/customers.ts'

type Fields = ParsedInputOf<Customers, 'createAddress'>

/** Parts an input into the address itself and what the customer says about it. */
export function addressFields({ label, is_default, ...address }: Fields) {
  return { label: label ?? '', makeDefault: is_default, address }
}
