import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { AppError } from '@rampart/platform/errors/app-error.ts'
import { announceLevels } from './announce-levels.ts'
import type { InventoryDeps } from './deps.ts'
import { MAX_ON_HAND, readChange, type StockChange } from './domain/change.ts'
import { addMissingLevels, changeLevel, findLevel, lockLevels } from './store/levels.ts'

type Context = HandlerContext<ErrorCodeOf<Inventory, 'adjustStock'>>

/** Adds to or sets what is on hand. Never goes below what orders have reserved. */
export const adjustStock =
  (deps: InventoryDeps): Handler<Inventory, 'adjustStock'> =>
  async (input, context) => {
    const change = readChange(input.delta, input.quantity)
    if (change === null) throw context.fail('INVENTORY_CHANGE_UNCLEAR')
    const { principal } = context
    const now = context.now()
    return await deps.db.tx(async (tx) => {
      // The catalogue knows its variants before its event has told us; a person may only name a known one.
      if (context.caller === 'catalog') await addMissingLevels(tx, [input.variant_id], now)
      await lockLevels(tx, [input.variant_id])
      const row = await changeLevel(tx, {
        ...change,
        variant_id: input.variant_id,
        owner: ownerOf(context),
        max: MAX_ON_HAND,
        note: input.reason ?? null,
        actor_id: principal.kind === 'staff' ? principal.id : null,
        now,
      })
      if (row === null) throw await refusalOf(tx, context, input.variant_id, change)
      const { version, on_hand_before: before, ...level } = row
      const { variant_id, available } = level
      if (before !== level.on_hand) await announceLevels(deps, tx, [{ variant_id, available, version }])
      await deps.audit.record(tx, context, {
        action: 'inventory.adjusted',
        subject_type: 'variant',
        subject_id: level.variant_id,
        before: { on_hand: before },
        after: { on_hand: level.on_hand, note: input.reason ?? null },
      })
      return level
    })
  }

async function refusalOf(
  tx: Tx,
  context: Context,
  variantId: string,
  change: StockChange,
): Promise<AppError> {
  const level = await findLevel(tx, variantId, ownerOf(context))
  if (level === null) return context.fail('NOT_FOUND')
  if (change.by === null || level.on_hand + change.by <= MAX_ON_HAND)
    return context.fail('INVENTORY_BELOW_RESERVED')
  const message = `There can be at most ${MAX_ON_HAND.toLocaleString('en')} pieces of a variant.`
  return context.fail('VALIDATION_FAILED', { errors: [{ path: 'delta', message }] })
}
