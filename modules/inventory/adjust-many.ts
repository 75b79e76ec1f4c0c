import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { ErrorCodeOf, ParsedInputOf, RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { AppError } from '@rampart/platform/errors/app-error.ts'
import { announceLevels } from './announce-levels.ts'
import { applyChange } from './apply-change.ts'
import type { InventoryDeps } from './deps.ts'
import { readChange, type StockChange } from './domain/change.ts'
import { holdPlaces } from './hold-places.ts'
import type { ChangedRow } from './store/change.ts'
import type { LevelRow } from './store/level-row.ts'
import { lockLevels } from './store/levels.ts'

type Context = HandlerContext<ErrorCodeOf<Inventory, 'adjustMany'>>
type Wanted = ParsedInputOf<Inventory, 'adjustMany'>['changes'][number] & { readonly change: StockChange }

type Refused = RawOutputOf<Inventory, 'adjustMany'>['refused'][number]

/**
 * Adjusts several variants: all changes or none, and the first one that may not be is named by its place. With `partial`
 * those that can be, and each of the others is told with its reason.
 */
export const adjustMany =
  (deps: InventoryDeps): Handler<Inventory, 'adjustMany'> =>
  async ({ changes, partial }, context) => {
    const wanted = changes.map((each, place) => readEach(context, each, place))
    const ids = wanted.map((each) => each.variant_id)
    return await deps.db.tx(async (tx) => {
      await holdPlaces(
        tx,
        context,
        wanted.map((each) => each.location_id),
      )
      await lockLevels(tx, ids)
      const levels: LevelRow[] = []
      const changed: ChangedRow[] = []
      const left: Refused[] = []
      for (const [place, each] of wanted.entries()) {
        const result = await applyChange(tx, context, each, each.change)
        if (!result.done) {
          if (!partial) throw refused(context, result.code, place)
          const { code, detail } = result
          const message = detail.errors?.[0]?.message ?? context.fail(code).message
          left.push({ place, variant_id: each.variant_id, code, message })
          continue
        }
        levels.push(result.level)
        if (result.changed.delta !== 0) changed.push(result.changed)
      }
      await announceLevels(deps, tx, changed)
      await deps.audit.record(tx, context, {
        action: 'inventory.bulk-adjusted',
        subject_type: 'stock',
        subject_id: context.request_id,
        after: {
          variants: levels.map(({ variant_id, on_hand }) => ({ variant_id, on_hand })),
          ...(left.length === 0 ? {} : { refused: left.length }),
        },
      })
      return { levels, refused: left }
    })
  }

function readEach(
  context: Context,
  each: ParsedInputOf<Inventory, 'adjustMany'>['changes'][number],
  place: number,
): Wanted {
  const change = readChange(each.delta, each.quantity)
  if (change === null) throw refused(context, 'INVENTORY_CHANGE_UNCLEAR', place)
  return { ...each, change }
}

function refused(context: Context, code: Parameters<Context['fail']>[0], place: number): AppError {
  const { message } = context.fail(code)
  return context.fail(code, { errors: [{ path: `changes.${String(place)}`, message }] })
}
