import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { insertPastLines } from '../store/past-lines.ts'

/** Brings along lines of another shop's orders. They become history and nothing else: no stock, payment or mail. */
export const importPastLines =
  (deps: OrdersDeps): Handler<Orders, 'importPastLines'> =>
  async ({ source, currency, lines }, context) => {
    const added = await deps.db.tx(async (tx) => {
      const count = await insertPastLines(tx, source, currency, lines)
      if (count > 0) {
        await deps.outbox.add(tx, 'orders.past-lines-imported.v1', { source })
        await deps.audit.record(tx, context, {
          action: 'orders.past_lines_imported',
          subject_type: 'past_orders',
          subject_id: source,
          before: null,
          after: { added: count, first_line: lines[0]?.line, last_line: lines.at(-1)?.line },
        })
      }
      return count
    })
    return { added }
  }
