import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { IdentityDeps } from '../deps.ts'
import { identifierOf } from '../domain/identifier.ts'
import { type Audience, audienceOf } from '../domain/roles.ts'
import { type Attempt, openAttempt } from '../guessing/open-attempt.ts'
import { recordWrongTry } from '../guessing/record-wrong-try.ts'
import type { LoginRow } from '../store/accounts.ts'

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
 * The account that these credentials open in this audience, and how risky the try was. Unknown account, wrong
 * password, address not confirmed, locked account, disabled password and wrong audience all do the same work and fail
 * alike; while a wait runs nothing is checked at all.
 * @throws IDENTITY_WRONG_CREDENTIALS, IDENTITY_TOO_MANY_TRIES, IDENTITY_CHALLENGE_REQUIRED
 */
export async function checkCredentials(
  deps: IdentityDeps,
  credentials: Credentials,
  audience: Audience,
  context: SignInContext,
): Promise<Pick<Attempt, 'risk' | 'succeed'> & { readonly account: LoginRow }> {
  const identifier = identifierOf(credentials)
  const attempt = await openAttempt(deps, identifier, credentials, context)
  const { account, inSecretWait } = attempt
  const judged = inSecretWait ? null : (account?.hash ?? null)
  const matches = await deps.hasher.verify(judged, credentials.password)
  const inAudience = account !== null && audienceOf(account.role) === audience
  if (account === null || !matches || !inAudience || !isOpen(account)) {
    const wrongPassword = !inSecretWait && !matches
    const remind = matches && inAudience && account.email_verified_at === null
    const wrong = { attempt, identifier, wrongPassword, remind }
    await recordWrongTry(deps, wrong, context, context.now())
    throw context.fail('IDENTITY_WRONG_CREDENTIALS')
  }
  return { account, risk: attempt.risk, succeed: attempt.succeed }
}

/** Whether the account can be signed in to at all. A locked one answers like a wrong password. */
function isOpen(account: LoginRow): boolean {
  return (
    account.email_verified_at !== null && account.locked_at === null && account.password_disabled_at === null
  )
}
