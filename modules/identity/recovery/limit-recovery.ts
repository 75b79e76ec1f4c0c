import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { IdentityDeps } from '../deps.ts'
import { networkOf } from '../domain/network-of.ts'
import { recoveryTries } from '../domain/try-policies.ts'
import { recoveryNetworkName } from '../guessing/try-names.ts'

/** Counts a step of a recovery for the caller's network. @throws IDENTITY_TOO_MANY_TRIES */
export async function limitRecovery(
  deps: IdentityDeps,
  context: HandlerContext<'IDENTITY_TOO_MANY_TRIES'>,
): Promise<void> {
  if (context.ip === null) return
  const name = recoveryNetworkName(networkOf(context.ip))
  const taken = await deps.throttle.take(deps.db, name, recoveryTries, context.now())
  if (!taken.allowed) {
    throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
  }
}
