import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { AppError } from '@rampart/platform/errors/app-error.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { OrdersDeps } from '../deps.ts'
import type { Owner } from '../owner.ts'
import { announceReturn } from './announce-return.ts'
import { type ReturnState, returnSources } from './domain/states.ts'
import { changeReturn } from './store/change-return.ts'
import { findReturn, type ReturnRow } from './store/return-row.ts'

type Step = {
  readonly id: string
  readonly owner: Owner
  readonly to: ReturnState
  readonly note: string | null
  /** What else belongs to the step, before it is told; the return as it was. */
  readonly and?: (tx: Tx, before: ReturnRow) => Promise<unknown>
}

type Context = CallContext & {
  readonly fail: (code: 'NOT_FOUND' | 'ORDERS_RETURN_STEP_NOT_ALLOWED') => AppError
  readonly now: () => Date
}

/** Takes a return one step in one transaction: the state, its history, the news of it and the audit entry. */
export async function takeStep(deps: OrdersDeps, context: Context, step: Step): Promise<ReturnRow> {
  const { principal } = context
  return deps.db.tx(async (tx) => {
    const known = await findReturn(tx, step.id, step.owner)
    if (known === null) throw context.fail('NOT_FOUND')
    const before = await changeReturn(tx, {
      ...{ id: step.id, to: step.to, note: step.note, now: context.now() },
      from: returnSources(step.to, step.owner.kind),
      actor_id: principal.kind === 'staff' ? principal.id : null,
    })
    if (before === null) throw context.fail('ORDERS_RETURN_STEP_NOT_ALLOWED')
    await step.and?.(tx, known)
    const row = await findReturn(tx, step.id, step.owner)
    if (row === null) throw context.fail('NOT_FOUND')
    await announceReturn(deps, tx, row, step.note)
    await deps.audit.record(tx, context, {
      action: `orders.return-${step.to}`,
      subject_type: 'return',
      subject_id: row.id,
      before: { status: before },
      after: { status: step.to, order_id: row.order_id, number: row.number },
    })
    return row
  })
}
