import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { FailDetail } from '@rampart/platform/errors/app-error.ts'
import { MAX_ON_HAND, type StockChange } from './domain/change.ts'
import { changeLevel, type ChangedRow } from './store/change.ts'
import type { LevelRow } from './store/level-row.ts'

type Wanted = {
  readonly variant_id: string
  readonly location_id?: string | undefined
  readonly reason?: string | undefined
  readonly reference?: string
}

export type Refusal = {
  readonly done: false
  readonly code: 'NOT_FOUND' | 'VALIDATION_FAILED' | 'INVENTORY_BELOW_RESERVED' | 'INVENTORY_LOCATION_SHORT'
  readonly detail: FailDetail
}

export type Applied = { readonly done: true; readonly changed: ChangedRow; readonly level: LevelRow }

type Caller = Pick<HandlerContext, 'own_only' | 'principal' | 'now'>

/** Changes a level that is locked, for whoever calls and only what they may; says why where it may not be. */
export async function applyChange(
  tx: Tx,
  context: Caller,
  wanted: Wanted,
  change: StockChange,
): Promise<Applied | Refusal> {
  const { principal } = context
  const changed = await changeLevel(tx, {
    ...change,
    variant_id: wanted.variant_id,
    location_id: wanted.location_id ?? null,
    owner: ownerOf(context),
    max: MAX_ON_HAND,
    note: wanted.reason ?? null,
    reference: wanted.reference ?? null,
    actor_id: principal.kind === 'staff' ? principal.id : null,
    now: context.now(),
  })
  if (changed === null) return { done: false, code: 'NOT_FOUND', detail: {} }
  if (!changed.done) return refusalOf(changed)
  const { variant_id, on_hand, reserved, available } = changed
  return { done: true, changed, level: { variant_id, on_hand, reserved, available } }
}

function refusalOf({ on_hand, reserved, delta }: ChangedRow): Refusal {
  if (delta > 0) {
    const message = `There can be at most ${MAX_ON_HAND.toLocaleString('en')} pieces of a variant.`
    return { done: false, code: 'VALIDATION_FAILED', detail: { errors: [{ path: 'delta', message }] } }
  }
  const code = on_hand + delta < reserved ? 'INVENTORY_BELOW_RESERVED' : 'INVENTORY_LOCATION_SHORT'
  return { done: false, code, detail: {} }
}
