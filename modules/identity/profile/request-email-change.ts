import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, EMAIL_CHANGE_MS } from '../domain/lifetimes.ts'
import { mailTries } from '../domain/try-policies.ts'
import { requestMail } from '../request-mail.ts'
import { isThrowAway } from '../sign-up/throw-away-domain.ts'
import { signedIn } from '../signed-in.ts'
import { findAccountByEmail, holdAccount } from '../store/accounts.ts'
import { dropEmailChanges, openEmailChange } from '../store/email-changes.ts'

/**
 * Asks for another address, in the place of what was asked for before. For an address that is somebody's the same is
 * written and answered; its owner gets the usual hint and no link.
 */
export const requestEmailChange =
  (deps: IdentityDeps): Handler<Identity, 'requestEmailChange'> =>
  async ({ new_email }, context) => {
    const { id } = signedIn(context)
    if (deps.settings.refuse_throw_away_mail && isThrowAway(new_email)) {
      throw context.fail('IDENTITY_EMAIL_DOMAIN_REFUSED')
    }
    const now = context.now()
    const taken = await deps.throttle.take(deps.db, `email-change:${id}`, mailTries, now)
    if (!taken.allowed) {
      throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
    }
    const change = { id: newId(), account_id: id, new_email, expires_at: after(now, EMAIL_CHANGE_MS) }
    await deps.db.tx(async (tx) => {
      const account = await holdAccount(tx, id)
      if (account === null) throw context.fail('UNAUTHENTICATED')
      if (account.email === new_email) {
        const errors = [{ path: 'new_email', message: 'This is the address of the account already.' }]
        throw context.fail('VALIDATION_FAILED', { errors })
      }
      await dropEmailChanges(tx, id, now)
      await openEmailChange(tx, change, now)
      const owner = await findAccountByEmail(tx, new_email)
      if (owner !== null) await requestMail(deps, tx, 'identity.duplicate-registration.v1', owner, now)
      const payload = { account_id: id, change_id: change.id }
      await deps.outbox.add(tx, 'identity.email-change-requested.v1', payload, { key: id })
      await deps.audit.record(tx, context, {
        action: 'user_email_change_requested',
        subject_type: 'account',
        subject_id: id,
        after: { change_id: change.id },
      })
    })
    return { status: 'confirmations_sent' }
  }
