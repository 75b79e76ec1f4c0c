import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { IdentityDeps } from '../deps.ts'
import { type Identifier, identifierOf } from '../domain/identifier.ts'
import { networkOf } from '../domain/network-of.ts'
import { type Audience, audienceOf } from '../domain/roles.ts'
import { accountTries, networkTries, type TryPolicy } from '../domain/try-policies.ts'
import { requestMail } from '../request-mail.ts'
import { findLogin, type LoginRow } from '../store/accounts.ts'

/** The context of every operation that signs somebody in. */
export type SignInContext = HandlerContext<
  'IDENTITY_WRONG_CREDENTIALS' | 'IDENTITY_TOO_MANY_TRIES' | 'IDENTITY_CHALLENGE_REQUIRED'
>

/** What was typed in. */
export type Credentials = {
  readonly email?: string | undefined
  readonly username?: string | undefined
  readonly password: string
  readonly remember_device?: boolean | undefined
  readonly challenge_response?: string | undefined
}

/**
 * The account that these credentials open in this audience. Unknown account, wrong password, address not confirmed
 * and wrong audience all do the same work and fail alike; while a wait runs nothing is checked at all.
 * @throws IDENTITY_WRONG_CREDENTIALS, IDENTITY_TOO_MANY_TRIES
 */
export async function checkCredentials(
  deps: IdentityDeps,
  credentials: Credentials,
  audience: Audience,
  context: SignInContext,
): Promise<LoginRow> {
  const identifier = identifierOf(credentials)
  const network = context.ip === null ? null : `login-network:${networkOf(context.ip)}`
  if (network !== null) await takeTry(deps, network, networkTries, context)
  const name = `login:${identifier.kind}:${identifier.value}`
  const tries = await takeTry(deps, name, accountTries, context)

  const account = await findLogin(deps.db, identifier)
  const matches = await deps.hasher.verify(account?.hash ?? null, credentials.password)
  const inAudience = account !== null && audienceOf(account.role) === audience
  if (account === null || !matches || !inAudience || !isOpen(account)) {
    await recordFailure(deps, { account, identifier, tries, remind: matches && inAudience }, context)
    throw context.fail('IDENTITY_WRONG_CREDENTIALS')
  }
  await deps.throttle.forget(deps.db, name)
  if (network !== null) await deps.throttle.giveBack(deps.db, network, context.now())
  return account
}

/** Whether the account can be signed in to at all. A locked one answers like a wrong password. */
function isOpen(account: LoginRow): boolean {
  return (
    account.email_verified_at !== null && account.locked_at === null && account.password_disabled_at === null
  )
}

async function takeTry(
  deps: IdentityDeps,
  name: string,
  policy: TryPolicy,
  context: SignInContext,
): Promise<number> {
  const taken = await deps.throttle.take(deps.db, name, policy, context.now())
  if (taken.allowed) return taken.tries
  throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
}

type Failure = {
  readonly account: LoginRow | null
  readonly identifier: Identifier
  readonly tries: number
  /** Whoever knows the password of an account whose address waits for confirmation gets a fresh mail. */
  readonly remind: boolean
}

async function recordFailure(deps: IdentityDeps, failure: Failure, context: SignInContext): Promise<void> {
  const { account, tries } = failure
  await deps.db.tx(async (tx) => {
    if (account !== null && failure.remind) {
      await requestMail(deps, tx, 'identity.verification-requested.v1', account, context.now())
    }
    await deps.audit.record(tx, context, {
      action: tries < accountTries.free ? 'authn_login_fail' : 'authn_login_fail_max',
      subject_type: 'account',
      subject_id: account?.id ?? 'unknown',
      after: { tries, by: failure.identifier.kind },
    })
  })
}
