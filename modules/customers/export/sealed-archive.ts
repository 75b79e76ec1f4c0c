import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import { seal, SEAL_BYTES, unseal } from '@rampart/platform/crypto/seal.ts'

/** Whose archive it is: it opens for nobody else, and under no other id. */
type Label = { readonly export_id: string; readonly account_id: string }

const PURPOSE = 'customers:export'

/** Bytes of an archive that are sealed, and handed out, at a time. */
export const PART_BYTES = 1024 * 1024

/** What a whole part is sealed. */
export const SEALED_PART_BYTES = PART_BYTES + SEAL_BYTES

/** Seals an archive part by part, one behind the other. */
export function sealArchive(keys: Keyring, label: Label, archive: Buffer): Buffer {
  const key = keys.derive(PURPOSE)
  const sealed: Buffer[] = []
  for (let part = 0; part * PART_BYTES < archive.length; part += 1) {
    const plain = archive.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
    sealed.push(seal(key, plain, contextOf(label, part)))
  }
  return Buffer.concat(sealed)
}

/** @throws when it is another's, or another part */
export function openPart(keys: Keyring, label: Label, part: number, sealed: Buffer): Buffer {
  return unseal(keys.derive(PURPOSE), sealed, contextOf(label, part))
}

function contextOf({ export_id, account_id }: Label, part: number): string {
  const whole = `${account_id}/${export_id}`
  return part === 0 ? whole : `${whole}/${String(part)}`
}
