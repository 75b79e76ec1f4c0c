import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { audienceOf, heightOf } from '../domain/roles.ts'
import { mailTries } from '../domain/try-policies.ts'
import { signedIn } from '../signed-in.ts'
import { voidTokens } from '../store/one-time-tokens.ts'
import { holdUser } from '../store/users.ts'

/**
 * Lets somebody else of the staff begin anew, by a link to their own mailbox. Never oneself: a stolen session must not
 * shake off the second factor; never somebody whose role stands higher.
 */
export const allowRecovery =
  (deps: IdentityDeps): Handler<Identity, 'allowRecovery'> =>
  async ({ id }, context) => {
    const actor = signedIn(context)
    if (actor.kind !== 'staff' || actor.id === id) throw context.fail('FORBIDDEN')
    const account = await deps.db.tx((tx) => holdUser(tx, id))
    if (account === null || audienceOf(account.role) !== 'staff') throw context.fail('NOT_FOUND')
    if (heightOf(account) > (actor.priority ?? 0)) throw context.fail('FORBIDDEN')
    const taken = await deps.throttle.take(deps.db, `recovery-mail:${id}`, mailTries, context.now())
    if (!taken.allowed) {
      throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
    }
    await deps.db.tx(async (tx) => {
      await voidTokens(tx, 'staff_recovery', id)
      await deps.outbox.add(tx, 'identity.recovery-allowed.v1', { account_id: id }, { key: id })
      await deps.audit.record(tx, context, {
        action: 'authn_recovery_allowed',
        subject_type: 'account',
        subject_id: id,
        after: { role: account.role },
      })
    })
    return { status: 'recovery_sent' }
  }
