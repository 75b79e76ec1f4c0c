import type { Payments } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from '../deps.ts'
import { findingById, settleFindingRow } from '../store/finding-row.ts'
import { findingView } from './list-findings.ts'

/** Somebody has looked into a finding and says what came of it. No money moves by that. */
export const settleFinding =
  (deps: PaymentsDeps): Handler<Payments, 'settleFinding'> =>
  async ({ finding_id, note }, context) => {
    const by = context.principal.kind === 'staff' ? context.principal.id : null
    const row = await deps.db.tx(async (tx) => {
      const settled = await settleFindingRow(tx, finding_id, by, note, context.now())
      if (settled !== null) {
        await deps.audit.record(tx, context, {
          action: 'payments.finding-settled',
          subject_type: 'payment_finding',
          subject_id: finding_id,
          after: { kind: settled.kind, provider: settled.provider, reference: settled.reference, note },
        })
      }
      return settled ?? (await findingById(tx, finding_id))
    })
    if (row === null) throw context.fail('NOT_FOUND')
    return findingView(row)
  }
