import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { CustomersDeps } from '../deps.ts'
import { listAddressRows } from '../store/addresses.ts'
import { listExportRows } from '../store/exports.ts'
import { wishlistHoldings } from '../wishlist/holdings.ts'

type Section = { readonly name: string; readonly data?: unknown }

/** What an export is made of: parts to be written down, and files as they are. */
type Collected = {
  readonly sections: readonly Section[]
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** Whom an export is about. */
type Person = { readonly account_id: string; readonly email: string; readonly before: string }

/** Asks every module that holds something about customers what it holds about this one. */
export async function collectData(
  deps: CustomersDeps,
  call: CallContext,
  person: Person,
): Promise<Collected> {
  const { audit, cart, identity, media, notifications, oauth, orders, pricing, recommendations, reviews } =
    deps.clients
  const holders = [
    identity,
    orders,
    cart,
    pricing,
    recommendations,
    reviews,
    notifications,
    oauth,
    audit,
    media,
  ]
  const answers = await Promise.all(holders.map((holder) => holder.exportPersonalData(call, person)))
  return {
    sections: [
      ...answers.flatMap(({ sections }) => sections),
      { name: 'addresses', data: await listAddressRows(deps.db, person.account_id) },
      { name: 'wishlist', data: await wishlistHoldings(deps.db, person.account_id) },
      { name: 'exports', data: await listExportRows(deps.db, person.account_id) },
    ],
    files: answers.flatMap(({ files }) => files ?? []),
  }
}
