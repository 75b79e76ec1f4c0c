import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import type { Audience } from '../domain/roles.ts'
import { signedIn } from '../signed-in.ts'
import type { ChallengeUse } from '../store/passkey-challenges.ts'
import { findPasskeyHandles } from '../store/passkeys.ts'
import { findPendingSignIn } from '../store/pending-sign-ins.ts'
import { makeChallenge } from './make-challenge.ts'
import { descriptorOf } from './passkey-view.ts'
import { CHALLENGE_MS, relyingParty } from './relying-party.ts'

type Asked = {
  readonly purpose: 'sign_in' | 'step_up'
  readonly mfa_token?: string | undefined
  readonly audience: Audience
  readonly scheme: 'browser' | 'program'
}
type Plan = { readonly use: ChallengeUse; readonly audience: Audience; readonly scheme: Asked['scheme'] }

/**
 * Options for proving a passkey. To whoever has proven nothing they are alike for everybody and name no credential;
 * the browser knows which of its passkeys are this shop's.
 */
export const startPasskeyAuthentication =
  (deps: IdentityDeps): Handler<Identity, 'startPasskeyAuthentication'> =>
  async (input, context) => {
    const { use, ...target } = await planOf(deps, input, context)
    const challenge = await makeChallenge(deps, use, target, context.now())
    const own = use.purpose === 'sign_in' ? [] : await findPasskeyHandles(deps.db, use.account_id)
    return {
      challenge,
      timeout: CHALLENGE_MS,
      rpId: relyingParty(deps.settings).id,
      allowCredentials: own.map(descriptorOf),
      userVerification: 'required' as const,
      hints: [],
    }
  }

async function planOf(
  deps: IdentityDeps,
  asked: Asked,
  context: HandlerContext<'IDENTITY_SIGN_IN_EXPIRED'>,
): Promise<Plan> {
  if (asked.mfa_token !== undefined) {
    const pending = await findPendingSignIn(deps.db, hashToken(asked.mfa_token), context.now())
    if (pending?.methods.includes('passkey') !== true) throw context.fail('IDENTITY_SIGN_IN_EXPIRED')
    const { id, account_id, audience, scheme } = pending
    return { use: { purpose: 'second_factor', account_id, pending_id: id }, audience, scheme }
  }
  const { audience, scheme } = asked
  if (asked.purpose === 'sign_in') return { use: { purpose: 'sign_in' }, audience, scheme }
  const { id, session_id, kind } = signedIn(context)
  return {
    use: { purpose: 'step_up', account_id: id, session_id },
    audience: kind === 'staff' ? 'staff' : 'shop',
    scheme,
  }
}
