import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { IdentityDeps } from '../deps.ts'
import { networkOf } from '../domain/network-of.ts'
import { networkTries, signUpTries } from '../domain/try-policies.ts'
import { loginNetworkName, signUpNetworkName } from '../guessing/try-names.ts'

type ChallengeContext = HandlerContext<'IDENTITY_CHALLENGE_REQUIRED'>

// A household or an office never signs up so often within an hour; a program that fills in forms does.
const MANY_SIGN_UPS = 25
const MANY_WRONG_PASSWORDS = 25

/**
 * Asks for a solved challenge where the caller's network has been busy of late: with sign-ups and mails asked for, or
 * with wrong passwords. For operations that anybody may call and that cost us something; call it before any work.
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
  const [signUps, logins] = await deps.throttle.look(
    deps.db,
    [
      { name: signUpNetworkName(network), policy: signUpTries },
      { name: loginNetworkName(network), policy: networkTries },
    ],
    now,
  )
  return (signUps?.tries ?? 0) >= MANY_SIGN_UPS || (logins?.tries ?? 0) >= MANY_WRONG_PASSWORDS
}
