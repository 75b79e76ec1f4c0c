import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { knownTransports, MAX_PASSKEYS } from '../domain/passkey-limits.ts'
import { assertMayChangeFactors } from '../factors/require-factor-proof.ts'
import { noteFactorAdded } from '../factors/note-factor-added.ts'
import { deviceName } from '../sign-in/device-name.ts'
import { signedIn } from '../signed-in.ts'
import { useChallenge } from '../store/passkey-challenges.ts'
import { insertPasskey } from '../store/passkeys.ts'
import { challengeIn } from './client-data.ts'
import { passkeyView } from './passkey-view.ts'
import { relyingParty } from './relying-party.ts'
import { verifyAttestation } from './verify-attestation.ts'

/** Keeps a new passkey. The account's first one proves its owner by two factors, which the session is told. */
export const completePasskeyRegistration =
  (deps: IdentityDeps): Handler<Identity, 'completePasskeyRegistration'> =>
  async ({ credential, name }, context) => {
    const session = signedIn(context)
    const challenge = await takeChallenge(deps, credential.response.clientDataJSON, context)
    if (challenge === null) throw context.fail('IDENTITY_PASSKEY_NOT_ADDED')
    const attested = await verifyAttestation(relyingParty(deps.settings), credential, challenge)
    if (attested === null) throw context.fail('IDENTITY_PASSKEY_NOT_ADDED')
    const passkey = {
      id: newId(),
      account_id: session.id,
      ...attested,
      transports: knownTransports(credential.response.transports ?? []),
      name: name ?? deviceName(context.user_agent),
    }
    const row = await deps.db.tx(async (tx) => {
      const before = await assertMayChangeFactors(tx, session, context)
      if (before.passkeys >= MAX_PASSKEYS) throw context.fail('IDENTITY_TOO_MANY_PASSKEYS')
      const added = await insertPasskey(tx, passkey, context.now())
      if (added === null) throw context.fail('IDENTITY_PASSKEY_NOT_ADDED')
      await noteFactorAdded(deps, tx, session, { factor: 'passkey', before }, context, context.now())
      return added
    })
    return passkeyView(row)
  }

/** The challenge that is answered, used up; null where it is not one of this session. */
async function takeChallenge(
  deps: IdentityDeps,
  clientDataJson: string,
  context: HandlerContext,
): Promise<string | null> {
  const { id, session_id } = signedIn(context)
  const challenge = challengeIn(clientDataJson)
  if (challenge === null) return null
  const use = { purpose: 'register' as const, account_id: id, session_id }
  const used = await useChallenge(deps.db, hashToken(challenge), use, context.now())
  return used === null ? null : challenge
}
