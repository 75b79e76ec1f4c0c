import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { ownerOf } from '../owner-of.ts'
import { findRequest, insertErasure } from '../store/erasures.ts'
import { ERASE_JOB, ERASE_TRIES, jobKey } from './erase-account.ts'
import { sealContact } from './last-contact.ts'

/**
 * Begins the erasure of whoever asks: it is written down together with the job that carries it out, so that nothing
 * stops it from here on, and then the account goes at once, with all its sessions.
 */
export const requestErasure =
  (deps: CustomersDeps): Handler<Customers, 'requestErasure'> =>
  async (_input, context) => {
    const account_id = ownerOf(context)
    const { identity, orders } = deps.clients
    const { contacts } = await identity.getContacts(context, { account_ids: [account_id] })
    const [contact] = contacts
    if (contact === undefined) return answer(deps, account_id, context.fail('NOT_FOUND'))
    const { under_way } = await orders.countOrdersUnderWay(context, { account_id })
    if (under_way > 0) throw context.fail('CUSTOMERS_ORDERS_UNDER_WAY')

    await deps.db.tx(async (tx) => {
      const id = newId()
      const row = { id, account_id, contact: sealContact(deps.keys, account_id, contact) }
      if ((await insertErasure(tx, row, context.now())) === null) return
      await deps.jobs.add(tx, ERASE_JOB, { erasure_id: id }, { key: jobKey(id), maxAttempts: ERASE_TRIES })
      await deps.outbox.add(tx, 'customers.account-erasure-started.v1', { account_id })
      await deps.audit.record(tx, context, {
        action: 'customers.erasure_requested',
        subject_type: 'account',
        subject_id: account_id,
        after: { erasure_id: id },
      })
    })
    // The job would do it too. Done here, nobody is signed in any more when the answer arrives.
    const before = context.now().toISOString()
    await identity.erasePersonalData(context, { account_id, email: contact.email, before })
    return answer(deps, account_id, context.fail('NOT_FOUND'))
  }

/** The answer to whoever asks a second time, while the first is being carried out, is that of the first. */
async function answer(deps: CustomersDeps, accountId: string, nothing: Error) {
  const request = await findRequest(deps.db, accountId)
  if (request === null) throw nothing
  return { status: 'started' as const, requested_at: request.requested_at }
}
