import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers'
import type { z } from 'zod'
import type { RegistrationResponse } from '@rampart/contracts/identity/webauthn-json.ts'
import { ALGORITHMS, type RelyingParty } from './relying-party.ts'

type Attested = {
  readonly credential_id: Buffer
  readonly public_key: Uint8Array
  readonly counter: number
  readonly backed_up: boolean
}

/**
 * The key in an answer to a challenge of ours, or null where anything about it is not as it has to be: challenge,
 * origin, relying party, presence and verification of the user, algorithm. Statements that name certificates are not
 * read: checking them would fetch from addresses that their sender chose.
 */
export async function verifyAttestation(
  rp: RelyingParty,
  credential: z.output<typeof RegistrationResponse>,
  challenge: string,
): Promise<Attested | null> {
  const { id, rawId, type, response } = credential
  try {
    const statement = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject))
    const format = statement.get('fmt')
    const selfSigned = format === 'packed' && statement.get('attStmt').get('x5c') === undefined
    if (format !== 'none' && !selfSigned) return null
    const { clientDataJSON, attestationObject } = response
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified || registrationInfo.credential.id !== id) return null
    return {
      credential_id: Buffer.from(id, 'base64url'),
      public_key: registrationInfo.credential.publicKey,
      counter: registrationInfo.credential.counter,
      backed_up: registrationInfo.credentialBackedUp,
    }
  } catch {
    // The library throws for everything that is wrong with the bytes, and has no other way to say so.
    return null
  }
}
