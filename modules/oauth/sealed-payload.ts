import { seal, unseal } from '@rampart/platform/crypto/seal.ts'

type Payload = Readonly<Record<string, unknown>>

/** Seals what the protocol keeps; it opens only as what it was stored as. */
export function sealPayload(key: Buffer, kind: string, idHash: Buffer, payload: Payload): Buffer {
  return seal(key, Buffer.from(JSON.stringify(payload)), contextOf(kind, idHash))
}

/** Opens it again. @throws when the row was moved or touched */
export function openPayload(
  key: Buffer,
  kind: string,
  idHash: Buffer,
  sealed: Buffer,
): Record<string, unknown> {
  return JSON.parse(unseal(key, sealed, contextOf(kind, idHash)).toString()) as Record<string, unknown>
}

function contextOf(kind: string, idHash: Buffer): string {
  return `oauth:${kind}:${idHash.toString('base64url')}`
}
