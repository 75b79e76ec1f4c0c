import type { z } from 'zod'
import type { Return } from '@rampart/contracts/orders/return-schemas.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import { returnActions } from './domain/states.ts'
import type { ReturnRow } from './store/return-row.ts'

/** A return as its buyer or the back office sees it. */
export function returnView(row: ReturnRow, viewer: 'buyer' | 'staff'): z.input<typeof Return> {
  const { currency, refunded_minor, ...fields } = row
  const arrived = row.lines.reduce(
    (sum, { inspection, quantity }) => sum + quantity - (inspection?.missing ?? 0),
    0,
  )
  return {
    ...fields,
    refunded: refunded_minor === null ? null : moneyOut(refunded_minor, currency),
    allowed_actions: returnActions(row.status, viewer, arrived),
  }
}
