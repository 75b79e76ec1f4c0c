import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'

/** The keys of the proof. None is in the database, so that who has only that can remake nothing. */
export type AuditKeys = {
  /** Of the mac over each hash of the chain. */
  readonly chain: KeyObject
  /** Of the mac over an entry that waits to be chained. */
  readonly arrival: KeyObject
  /** Ed25519; signs checkpoints. */
  readonly checkpoints: KeyObject
}

/** The keys of the proof, out of the installation's. Objects: bytes would be made into one for every single mac. */
export function auditKeys(keys: Keyring): AuditKeys {
  return {
    chain: createSecretKey(keys.derive('audit:chain')),
    arrival: createSecretKey(keys.derive('audit:arrival')),
    checkpoints: keys.signingKey('audit:checkpoints'),
  }
}
