import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { CustomersDeps } from '../deps.ts'
import { listAddressRows } from '../store/addresses.ts'
import { listExportRows } from '../store/exports.ts'

/** One file of an export. */
export type Section = { readonly name: string; readonly data?: unknown }

/** Whom an export is about. */
export type Person = { readonly account_id: string; readonly email: string; readonly before: string }

/** Asks every module that holds something about customers what it holds about this one. */
export async function collectData(
  deps: CustomersDeps,
  call: CallContext,
  person: Person,
): Promise<readonly Section[]> {
  const { audit, cart, identity, notifications, orders } = deps.clients
  const answers = await Promise.all(
    [identity, orders, cart, notifications, audit].map((holder) => holder.exportPersonalData(call, person)),
  )
  return [
    ...answers.flatMap(({ sections }) => sections),
    { name: 'addresses', data: await listAddressRows(deps.db, person.account_id) },
    { name: 'exports', data: await listExportRows(deps.db, person.account_id) },
  ]
}
