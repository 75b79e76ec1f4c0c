import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { isCommonPassword } from '../common-passwords.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, USERNAME_HOLD_MS } from '../domain/lifetimes.ts'
import { limitNetwork } from '../limit-network.ts'
import { requestMail } from '../request-mail.ts'
import { findAccountByEmail, insertAccount, replaceUnverified } from '../store/accounts.ts'
import { voidTokens } from '../store/one-time-tokens.ts'
import { setPassword } from '../store/passwords.ts'
import { holdUsername } from '../store/usernames.ts'

type SignUp = {
  readonly email: string
  readonly username: string | null
  readonly full_name: string
  readonly date_of_birth: string | null
}

/**
 * Signs up a customer. For an address that is known the same work is done and the same answer given; its owner is
 * mailed instead. An address that was never confirmed belongs to nobody: the newest sign-up counts, and links
 * mailed for an earlier one, with its password, are void.
 */
export const register =
  (deps: IdentityDeps): Handler<Identity, 'register'> =>
  async (input, context) => {
    await limitNetwork(deps, context)
    if (await isCommonPassword(input.password, [input.email, input.full_name])) {
      throw context.fail('IDENTITY_PASSWORD_TOO_COMMON')
    }
    const hash = await deps.hasher.hash(input.password)
    const now = context.now()
    const signUp = {
      email: input.email,
      username: input.username ?? null,
      full_name: input.full_name,
      date_of_birth: input.date_of_birth ?? null,
    }
    await deps.db.tx(async (tx) => {
      if (signUp.username !== null && !(await claimUsername(deps, tx, signUp.username, signUp.email, now))) {
        throw context.fail('IDENTITY_USERNAME_TAKEN')
      }
      const written = await writeSignUp(tx, signUp, now)
      if (written === null) await warnOwner(deps, tx, signUp.email, context)
      else await beginVerification(deps, tx, { ...written, email: signUp.email, hash }, context)
    })
    return { status: 'verification_sent' }
  }

async function claimUsername(
  deps: IdentityDeps,
  tx: Tx,
  username: string,
  email: string,
  now: Date,
): Promise<boolean> {
  return holdUsername(tx, username, deps.holderOf(email), after(now, USERNAME_HOLD_MS), now)
}

type Written = { readonly id: string; readonly action: 'user_created' | 'user_updated' }

async function writeSignUp(tx: Tx, signUp: SignUp, now: Date): Promise<Written | null> {
  const id = newId()
  if (await insertAccount(tx, { ...signUp, id, role: 'customer', verified: false }, now)) {
    return { id, action: 'user_created' }
  }
  const replaced = await replaceUnverified(tx, signUp, now)
  return replaced === null ? null : { id: replaced, action: 'user_updated' }
}

async function beginVerification(
  deps: IdentityDeps,
  tx: Tx,
  account: Written & { readonly email: string; readonly hash: string },
  context: HandlerContext,
): Promise<void> {
  const now = context.now()
  await setPassword(tx, account.id, account.hash, now)
  await voidTokens(tx, 'verify_email', account.id)
  await requestMail(deps, tx, 'identity.verification-requested.v1', account, now)
  await deps.audit.record(tx, context, {
    action: account.action,
    subject_type: 'account',
    subject_id: account.id,
    after: { role: 'customer', email_verified: false },
  })
}

async function warnOwner(deps: IdentityDeps, tx: Tx, email: string, context: HandlerContext): Promise<void> {
  const owner = await findAccountByEmail(tx, email)
  if (owner === null) return
  await requestMail(deps, tx, 'identity.duplicate-registration.v1', owner, context.now())
  await deps.audit.record(tx, context, {
    action: 'user_registration_repeated',
    subject_type: 'account',
    subject_id: owner.id,
  })
}
