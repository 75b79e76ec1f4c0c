import type { payments, Payments } from '@rampart/contracts/payments.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { z } from 'zod'
import type { PaymentsDeps } from '../deps.ts'
import { type FindingRow, findingRows } from '../store/finding-row.ts'

type Wire = z.input<(typeof payments)['operations']['settleFinding']['output']>
type Comparison = { provider: string; compared_at: string; payments: number; failed: boolean }

const SHOWN = 200

/** What providers' books and ours say differently, and when they were last compared. */
export const listFindings =
  (deps: PaymentsDeps): Handler<Payments, 'listFindings'> =>
  async () => {
    const [rows, compared] = await Promise.all([
      findingRows(deps.db, SHOWN),
      deps.db.many<Comparison>(sql`
        SELECT provider, compared_at, payments, failed FROM payments.comparisons ORDER BY provider`),
    ])
    return { items: rows.map(findingView), compared }
  }

export function findingView({
  there_minor,
  here_minor,
  here_currency,
  settled_at,
  ...row
}: FindingRow): Wire {
  const { id, provider, reference, kind, order_id, currency, found_at, note } = row
  const money = (minor: number | null, code: string | null) =>
    minor === null || code === null ? null : moneyOut(minor, code)
  return {
    id,
    provider,
    reference,
    kind,
    order_id,
    there: money(there_minor, currency),
    here: money(here_minor, here_currency),
    found_at,
    settled_at,
    note,
  }
}
