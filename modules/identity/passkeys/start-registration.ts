import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { MAX_PASSKEYS } from '../domain/passkey-limits.ts'
import { requireFactorProof } from '../factors/require-factor-proof.ts'
import { signedIn } from '../signed-in.ts'
import { findAccount } from '../store/accounts.ts'
import { findPasskeyHandles } from '../store/passkeys.ts'
import { makeChallenge } from './make-challenge.ts'
import { descriptorOf } from './passkey-view.ts'
import { ALGORITHMS, CHALLENGE_MS, relyingParty, userHandleOf } from './relying-party.ts'

/** Options for making a passkey of the signed-in account, on authenticators that have none of it yet. */
export const startPasskeyRegistration =
  (deps: IdentityDeps): Handler<Identity, 'startPasskeyRegistration'> =>
  async (_input, context) => {
    const session = signedIn(context)
    const { id, session_id } = session
    await requireFactorProof(deps, context)
    const account = await findAccount(deps.db, id)
    if (account === null) throw context.fail('UNAUTHENTICATED')
    const present = await findPasskeyHandles(deps.db, id)
    if (present.length >= MAX_PASSKEYS) throw context.fail('IDENTITY_TOO_MANY_PASSKEYS')
    const challenge = await makeChallenge(
      deps,
      { purpose: 'register', account_id: id, session_id },
      { audience: session.kind === 'staff' ? 'staff' : 'shop', scheme: 'browser' },
      context.now(),
    )
    const rp = relyingParty(deps.settings)
    return {
      rp: { id: rp.id, name: rp.name },
      user: { id: userHandleOf(id), name: account.email, displayName: account.full_name },
      challenge,
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' as const })),
      timeout: CHALLENGE_MS,
      excludeCredentials: present.map(descriptorOf),
      authenticatorSelection: {
        residentKey: 'required' as const,
        requireResidentKey: true as const,
        userVerification: 'required' as const,
      },
      hints: [],
      attestation: 'none' as const,
      extensions: { credProps: true as const },
    }
  }
