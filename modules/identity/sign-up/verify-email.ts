import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, USERNAME_HOLD_MS } from '../domain/lifetimes.ts'
import { insertAccount } from '../store/accounts.ts'
import { useToken } from '../store/one-time-tokens.ts'
import { setPassword } from '../store/passwords.ts'
import { insertRoleRequest } from '../store/role-requests.ts'
import { dropSignUps, type SignUpRow, takeSignUp } from '../store/sign-ups.ts'
import { holdUsername, keepUsername } from '../store/usernames.ts'

/** Confirms an e-mail address and makes the account of the very sign-up that the link was mailed for. */
export const verifyEmail =
  (deps: IdentityDeps): Handler<Identity, 'verifyEmail'> =>
  async (input, context) => {
    const now = context.now()
    await deps.db.tx(async (tx) => {
      const token = await useToken(tx, hashToken(input.token), 'verify_email', now)
      const signUp = token?.reference == null ? null : await takeSignUp(tx, token.reference)
      if (signUp === null) throw context.fail('IDENTITY_TOKEN_INVALID')
      const username = await claimUsername(deps, tx, signUp, now)
      const account = { ...signUp, username, role: 'customer' as const, verified: true }
      // Another sign-up with this address was confirmed first.
      if (!(await insertAccount(tx, account, now))) throw context.fail('IDENTITY_TOKEN_INVALID')
      await setPassword(tx, signUp.id, signUp.hash, now)
      await keepUsername(tx, signUp.id)
      await dropSignUps(tx, signUp.email)
      await requestRole(deps, tx, signUp, now)
      await deps.outbox.add(tx, 'identity.email-verified.v1', { account_id: signUp.id }, { key: signUp.id })
      await deps.audit.record(tx, context, {
        action: 'user_created',
        subject_type: 'account',
        subject_id: signUp.id,
        after: { role: 'customer', requested_role: signUp.requested_role, email_verified: true },
      })
    })
    return { status: 'verified' }
  }

/** The name that was signed up with, unless its time was over and somebody else has it by now. */
async function claimUsername(
  deps: IdentityDeps,
  tx: Tx,
  { username, email }: SignUpRow,
  now: Date,
): Promise<string | null> {
  if (username === null) return null
  const held = await holdUsername(tx, username, deps.holderOf(email), after(now, USERNAME_HOLD_MS), now)
  return held ? username : null
}

async function requestRole(deps: IdentityDeps, tx: Tx, signUp: SignUpRow, now: Date): Promise<void> {
  const { id, requested_role } = signUp
  if (requested_role === 'customer') return
  await insertRoleRequest(tx, { id: newId(), account_id: id, role: requested_role }, now)
  const payload = { account_id: id, role: requested_role }
  await deps.outbox.add(tx, 'identity.role-requested.v1', payload, { key: id })
}
