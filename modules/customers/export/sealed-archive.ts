import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import { seal, unseal } from '@rampart/platform/crypto/seal.ts'

/** Whose archive it is: it opens for nobody else, and under no other id. */
type Label = { readonly export_id: string; readonly account_id: string }

const PURPOSE = 'customers:export'

export function sealArchive(keys: Keyring, label: Label, archive: Buffer): Buffer {
  return seal(keys.derive(PURPOSE), archive, contextOf(label))
}

/** @throws when it is another's */
export function openArchive(keys: Keyring, label: Label, sealed: Buffer): Buffer {
  return unseal(keys.derive(PURPOSE), sealed, contextOf(label))
}

function contextOf({ export_id, account_id }: Label): string {
  return `${account_id}/${export_id}`
}
