import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { CustomersDeps } from '../deps.ts'
import { deleteAddresses } from '../store/addresses.ts'
import { deleteExports } from '../store/exports.ts'
import { deleteWishlist } from '../store/wishlists.ts'

type Person = { readonly account_id: string; readonly email: string; readonly before: string }

/**
 * Takes a person out of every module that holds something about customers. The account goes first, so that nobody who
 * is still signed in adds to what the others then remove. Each step may be repeated and finds nothing the second time;
 * one that fails leaves the rest to the next try.
 */
export async function eraseEverywhere(deps: CustomersDeps, call: CallContext, person: Person): Promise<void> {
  const { cart, identity, media, notifications, oauth, orders, pricing, recommendations, reviews } =
    deps.clients
  await identity.erasePersonalData(call, person)
  await deps.db.tx(async (tx) => {
    await deleteAddresses(tx, person.account_id)
    await deleteExports(tx, person.account_id)
    await deleteWishlist(tx, person.account_id)
  })
  for (const holder of [oauth, cart, orders, pricing, recommendations, reviews, media, notifications])
    await holder.erasePersonalData(call, person)
}
