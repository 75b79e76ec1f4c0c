import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { IdentityDeps } from '../deps.ts'
import { networkOf } from '../domain/network-of.ts'
import { networkTries, recoveryTries, signUpTries } from '../domain/try-policies.ts'
import { loginNetworkName, recoveryNetworkName, signUpNetworkName } from '../guessing/try-names.ts'

type ChallengeContext = HandlerContext<'IDENTITY_CHALLENGE_REQUIRED'>

// A household or an office never does so much within an hour; a program that fills in forms does.
const limits = [
  { nameOf: signUpNetworkName, policy: signUpTries, many: 50 },
  { nameOf: loginNetworkName, policy: networkTries, many: 25 },
  { nameOf: recoveryNetworkName, policy: recoveryTries, many: 15 },
] as const

/**
 * Asks for a solved challenge where the caller's network has been busy of late: with sign-ups, mails asked for
 * or wrong passwords. For operations that anybody may call and that cost us something; call it before any work.
 * @throws IDENTITY_CHALLENGE_REQUIRED
 */
export async function demandChallenge(
  deps: IdentityDeps,
  input: { readonly challenge_response?: string | undefined },
  context: ChallengeContext,
): Promise<void> {
  if (context.ip === null || !(await isBusy(deps, networkOf(context.ip), context.now()))) return
  await requireChallenge(deps, input, context)
}

/** Asks for a solved challenge. @throws IDENTITY_CHALLENGE_REQUIRED */
export async function requireChallenge(
  deps: IdentityDeps,
  { challenge_response }: { readonly challenge_response?: string | undefined },
  context: ChallengeContext,
): Promise<void> {
  const passed =
    challenge_response !== undefined && (await deps.challenges.passes(challenge_response, context.now()))
  if (!passed) throw context.fail('IDENTITY_CHALLENGE_REQUIRED')
}

async function isBusy(deps: IdentityDeps, network: string, now: Date): Promise<boolean> {
  const counters = limits.map(({ nameOf, policy }) => ({ name: nameOf(network), policy }))
  const counts = await deps.throttle.look(deps.db, counters, now)
  return counts.some(({ tries }, index) => tries >= (limits[index]?.many ?? 0))
}
