import type { KeyObject } from 'node:crypto'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'

/** The keys of the proof. None is in the database, so that who has only that can remake nothing. */
export type AuditKeys = {
  /** Of the mac over each hash of the chain. */
  readonly chain: Buffer
  /** Of the mac over an entry that waits to be chained. */
  readonly arrival: Buffer
  /** Ed25519; signs checkpoints. */
  readonly checkpoints: KeyObject
}

/** The keys of the proof, out of the installation's. */
export function auditKeys(keys: Keyring): AuditKeys {
  return {
    chain: keys.derive('audit:chain'),
    arrival: keys.derive('audit:arrival'),
    checkpoints: keys.signingKey('audit:checkpoints'),
  }
}
