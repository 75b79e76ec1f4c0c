import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { clearNotice } from '../store/notices.ts'
import { auditWish } from './audit-wish.ts'

/** Has whoever asks told nothing about a product any more. */
export const withdrawNotice =
  (deps: CustomersDeps): Handler<Customers, 'withdrawNotice'> =>
  async ({ product_id }, context) => {
    const owner = ownerOf(context)
    await deps.db.tx(async (tx) => {
      if (!(await clearNotice(tx, owner, product_id))) throw context.fail('NOT_FOUND')
      await auditWish(deps, tx, context, owner, { change: 'notice_withdrawn', product_id })
    })
    return null
  }
