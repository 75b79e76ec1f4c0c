import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { demandChallenge } from '../challenge/demand-challenge.ts'
import { isCommonPassword } from '../common-passwords.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, USERNAME_HOLD_MS } from '../domain/lifetimes.ts'
import { limitNetwork } from '../limit-network.ts'
import { requestMail } from '../request-mail.ts'
import { type AccountRow, findAccountByEmail } from '../store/accounts.ts'
import { insertSignUp, type SignUpRow } from '../store/sign-ups.ts'
import { holdUsername } from '../store/usernames.ts'
import { isThrowAway } from './throw-away-domain.ts'

/**
 * Signs up a customer. For an address that is known the same work is done and the same answer given; its owner is
 * mailed instead. Whatever role is asked for, a customer is what confirming the address makes.
 */
export const register =
  (deps: IdentityDeps): Handler<Identity, 'register'> =>
  async (input, context) => {
    await demandChallenge(deps, input, context)
    await limitNetwork(deps, context)
    if (deps.settings.refuse_throw_away_mail && isThrowAway(input.email)) {
      throw context.fail('IDENTITY_EMAIL_DOMAIN_REFUSED')
    }
    const ownWords = [deps.settings.shop_name, input.email, input.full_name, input.username ?? '']
    if (await isCommonPassword(input.password, ownWords)) throw context.fail('IDENTITY_PASSWORD_TOO_COMMON')
    const signUp: SignUpRow = {
      id: newId(),
      email: input.email,
      username: input.username ?? null,
      full_name: input.full_name,
      date_of_birth: input.date_of_birth ?? null,
      language: input.language ?? 'en',
      requested_role: input.role ?? 'customer',
      hash: await deps.hasher.hash(input.password),
    }
    const now = context.now()
    await deps.db.tx(async (tx) => {
      if (signUp.username !== null) {
        const until = after(now, USERNAME_HOLD_MS)
        const held = await holdUsername(tx, signUp.username, deps.holderOf(signUp.email), until, now)
        if (!held) throw context.fail('IDENTITY_USERNAME_TAKEN')
      }
      const owner = await findAccountByEmail(tx, signUp.email)
      if (owner === null) await beginVerification(deps, tx, signUp, context)
      else await warnOwner(deps, tx, owner, context)
    })
    return { status: 'verification_sent' }
  }

async function beginVerification(
  deps: IdentityDeps,
  tx: Tx,
  signUp: SignUpRow,
  context: HandlerContext,
): Promise<void> {
  const now = context.now()
  await insertSignUp(tx, signUp, now)
  await requestMail(deps, tx, 'identity.verification-requested.v1', signUp, now)
  await deps.audit.record(tx, context, {
    action: 'user_registration_begun',
    subject_type: 'account',
    subject_id: signUp.id,
    after: { role: 'customer', requested_role: signUp.requested_role, email_verified: false },
  })
}

async function warnOwner(
  deps: IdentityDeps,
  tx: Tx,
  owner: AccountRow,
  context: HandlerContext,
): Promise<void> {
  await requestMail(deps, tx, 'identity.duplicate-registration.v1', owner, context.now())
  await deps.audit.record(tx, context, {
    action: 'user_registration_repeated',
    subject_type: 'account',
    subject_id: owner.id,
  })
}
