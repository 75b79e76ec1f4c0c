import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { holdAccount } from '../store/accounts.ts'
import { closeEmailChange, confirmEmailChange as noteConfirmation } from '../store/email-changes.ts'
import { useToken } from '../store/one-time-tokens.ts'
import { moveAccount } from './move-account.ts'

type ConfirmContext = HandlerContext<'IDENTITY_TOKEN_INVALID' | 'IDENTITY_EMAIL_TAKEN'>

/** What one confirmation led to. `taken`: the address became somebody's meanwhile, and the change is over. */
type Outcome = 'changed' | 'waiting' | 'taken'

/** Confirms a change of address from one of the two mailboxes; the second confirmation makes it. */
export const confirmEmailChange =
  (deps: IdentityDeps): Handler<Identity, 'confirmEmailChange'> =>
  async (input, context) => {
    const hash = hashToken(input.token)
    const outcome = await confirm(deps, hash, context).catch((error: unknown) => {
      if (isUniqueViolation(error, 'accounts_email_key')) return 'taken' as const
      throw error
    })
    if (outcome === 'taken') throw context.fail('IDENTITY_EMAIL_TAKEN')
    return { status: outcome }
  }

async function confirm(deps: IdentityDeps, hash: Buffer, context: ConfirmContext): Promise<Outcome> {
  return deps.db.tx(async (tx) => {
    const now = context.now()
    const byNew = await useToken(tx, hash, 'confirm_new_email', now)
    const token = byNew ?? (await useToken(tx, hash, 'confirm_old_email', now))
    if (token?.account_id == null || token.reference === null) throw context.fail('IDENTITY_TOKEN_INVALID')
    // Held first, as whoever asks for another change does: the order is the same and nobody waits for ever.
    const account = await holdAccount(tx, token.account_id)
    const change = await noteConfirmation(tx, token.reference, byNew === null ? 'old' : 'new', now)
    if (account === null || account.locked_at !== null || change === null) {
      throw context.fail('IDENTITY_TOKEN_INVALID')
    }
    if (change.new_confirmed_at === null || change.old_confirmed_at === null) {
      await recordConfirmation(deps, tx, account.id, byNew === null ? 'old' : 'new', context)
      return 'waiting'
    }
    await closeEmailChange(tx, change.id, now)
    if (await moveAccount(deps, tx, account, change.new_email, context)) return 'changed'
    await deps.audit.record(tx, context, {
      action: 'user_email_change_cancelled',
      subject_type: 'account',
      subject_id: account.id,
      after: { reason: 'taken' },
    })
    return 'taken'
  })
}

async function recordConfirmation(
  deps: IdentityDeps,
  tx: Tx,
  accountId: string,
  by: 'old' | 'new',
  context: ConfirmContext,
): Promise<void> {
  await deps.audit.record(tx, context, {
    action: 'user_email_change_confirmed',
    subject_type: 'account',
    subject_id: accountId,
    after: { by },
  })
}
