import type { PasskeyHandle, PasskeyRow } from '../store/passkeys.ts'

/** A passkey as its owner sees it. */
export function passkeyView({ id, name, backed_up, created_at, last_used_at }: PasskeyRow) {
  return { id, name, backed_up, created_at, last_used_at }
}

/** A passkey as a browser looks for it: PublicKeyCredentialDescriptorJSON. */
export function descriptorOf({ credential_id, transports }: PasskeyHandle) {
  return {
    id: credential_id.toString('base64url'),
    type: 'public-key' as const,
    transports: [...transports],
  }
}
