import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { z } from 'zod'
import type { AuthenticationResponse } from '@rampart/contracts/identity/webauthn-json.ts'
import type { PasskeyCheck } from '../store/passkeys.ts'
import type { RelyingParty } from './relying-party.ts'

/**
 * What a signature of this passkey over a challenge of ours says, or null where anything about it is not as it has to
 * be: challenge, origin, relying party, presence and verification of the user, signature.
 */
export async function verifyAssertion(
  rp: RelyingParty,
  credential: z.output<typeof AuthenticationResponse>,
  challenge: string,
  passkey: PasskeyCheck,
): Promise<{ readonly counter: number; readonly backed_up: boolean } | null> {
  const { id, rawId, type, response } = credential
  const { clientDataJSON, authenticatorData, signature } = response
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      credential: {
        id,
        publicKey: new Uint8Array(passkey.public_key),
        // The counter is judged where it is written, and only once the signature has proven right.
        counter: 0,
      },
    })
    if (!verified) return null
    return { counter: authenticationInfo.newCounter, backed_up: authenticationInfo.credentialBackedUp }
  } catch {
    // The library throws for everything that is wrong with the bytes, and has no other way to say so.
    return null
  }
}
