import type { Orders } from '@rampart/contracts/orders.ts'
import type { Payments } from '@rampart/contracts/payments.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import { announceLevels } from './announce-levels.ts'
import type { InventoryDeps } from './deps.ts'
import { giveBackPieces } from './store/give-back.ts'

type Pieces = readonly { readonly variant_id: string; readonly quantity: number }[]

async function giveBack(deps: InventoryDeps, tx: Tx, orderId: string, pieces: Pieces, now: Date) {
  await announceLevels(deps, tx, await giveBackPieces(tx, orderId, pieces, now))
}

/** Pieces of a return that are as new are for sale again. */
export const onPiecesReturned =
  (deps: InventoryDeps): Listener<EventPayload<Orders, 'orders.pieces-returned.v1'>> =>
  async ({ payload }, { once, now }) => {
    await once((tx) => giveBack(deps, tx, payload.order_id, payload.lines, now()))
  }

/** Pieces that were paid back, and that staff said to put back on the shelf. */
export const onPaymentRefunded =
  (deps: InventoryDeps): Listener<EventPayload<Payments, 'payments.payment-refunded.v1'>> =>
  async ({ payload }, { once, now }) => {
    const pieces = (payload.lines ?? []).filter(({ restock }) => restock)
    await once(async (tx) => {
      if (pieces.length > 0) await giveBack(deps, tx, payload.order_id, pieces, now())
    })
  }
