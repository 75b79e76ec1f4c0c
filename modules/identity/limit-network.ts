import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { IdentityDeps } from './deps.ts'
import { networkOf } from './domain/network-of.ts'
import { signUpTries } from './domain/try-policies.ts'
import { signUpNetworkName } from './guessing/try-names.ts'

/** Counts a sign-up or a resent mail for the caller's network. @throws IDENTITY_TOO_MANY_TRIES */
export async function limitNetwork(
  deps: IdentityDeps,
  context: HandlerContext<'IDENTITY_TOO_MANY_TRIES'>,
): Promise<void> {
  if (context.ip === null) return
  const taken = await deps.throttle.take(
    deps.db,
    signUpNetworkName(networkOf(context.ip)),
    signUpTries,
    context.now(),
  )
  if (!taken.allowed) {
    throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
  }
}
