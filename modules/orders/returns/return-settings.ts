import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { findReturnSettings, writeReturnSettings } from './store/return-settings.ts'

/** For how long buyers may send things back, and to where. */
export const getReturnSettings =
  (deps: OrdersDeps): Handler<Orders, 'getReturnSettings'> =>
  () =>
    findReturnSettings(deps.db)

/** Sets both. Returns that were approved keep the address that their buyers were told. */
export const updateReturnSettings =
  (deps: OrdersDeps): Handler<Orders, 'updateReturnSettings'> =>
  async (input, context) => {
    const to = { ...input, address: input.address === '' ? null : input.address }
    await deps.db.tx(async (tx) => {
      const before = await writeReturnSettings(tx, to)
      await deps.audit.record(tx, context, {
        action: 'orders.return-settings-changed',
        subject_type: 'shop',
        subject_id: 'returns',
        before,
        after: to,
      })
    })
    return to
  }
