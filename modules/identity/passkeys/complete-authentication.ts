import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { networkOf } from '../domain/network-of.ts'
import { networkTries } from '../domain/try-policies.ts'
import { finalAnswer } from '../sign-in/sign-in-answer.ts'
import { signedIn } from '../signed-in.ts'
import { renewProof } from '../step-up/renew-proof.ts'
import { countPasskey } from '../store/passkeys.ts'
import { type AuthenticationInput, checkPasskey, type PasskeyProof } from './check-passkey.ts'
import { finishSignInByPasskey } from './finish-sign-in-by-passkey.ts'
import { recordRefusal, reportClone } from './refuse-passkey.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'

type PasskeyContext = HandlerContext<'IDENTITY_PASSKEY_REFUSED' | 'IDENTITY_TOO_MANY_TRIES'>

/**
 * What a passkey leads to once it proved right: a session, the end of a sign-in that waited, or a fresh proof. Whatever
 * is wrong, a locked account among it, is answered alike.
 */
export const completePasskeyAuthentication =
  (deps: IdentityDeps): Handler<Identity, 'completePasskeyAuthentication'> =>
  async (input, context) => {
    const network = await countTry(deps, context)
    const checked = await checkPasskey(deps, input, context)
    const outcome = await deps.db.tx(async (tx) => {
      if (!('refused' in checked)) return conclude(deps, tx, checked, input, context)
      await recordRefusal(deps, tx, checked, context)
      return null
    })
    if (outcome === null) throw context.fail('IDENTITY_PASSKEY_REFUSED')
    if (network !== null) await deps.throttle.giveBack(deps.db, network, context.now())
    if ('fresh_until' in outcome) return outcome
    return finalAnswer(deps, outcome.result, outcome.kind, context)
  }

/** Counts every try at first, for the network it comes from: refusals must not fill the audit log without end. */
async function countTry(deps: IdentityDeps, context: PasskeyContext): Promise<string | null> {
  if (context.ip === null) return null
  const name = `login-network:${networkOf(context.ip)}`
  const taken = await deps.throttle.take(deps.db, name, networkTries, context.now())
  if (taken.allowed) return name
  throw context.fail('IDENTITY_TOO_MANY_TRIES', { retryAfterSeconds: taken.retryAfterSeconds })
}

async function conclude(
  deps: IdentityDeps,
  tx: Tx,
  proof: PasskeyProof,
  { mfa_token }: AuthenticationInput,
  context: PasskeyContext,
) {
  const now = context.now()
  if (!(await countPasskey(tx, proof.passkey, proof, now))) {
    await reportClone(deps, tx, proof, context)
    return null
  }
  if (proof.use.purpose === 'step_up') {
    return renewProof(deps, tx, signedIn(context), { method: 'passkey' }, context, now)
  }
  const signedInBy =
    mfa_token === undefined
      ? await signInByPasskey(deps, tx, proof, context, now)
      : await finishSignInByPasskey(deps, tx, hashToken(mfa_token), context, now)
  if (signedInBy !== null) return signedInBy
  const { account_id } = proof.passkey
  const refusal = { refused: 'account' as const, account_id, purpose: proof.use.purpose }
  await recordRefusal(deps, tx, refusal, context)
  return null
}
