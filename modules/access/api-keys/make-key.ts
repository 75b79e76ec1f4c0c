import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { KEY_PREFIX, shownPart } from '../domain/key-text.ts'

/** A new secret, what is kept of it, and an id. */
export function makeKey(now: Date) {
  const key = `${KEY_PREFIX}${randomToken()}`
  return { key, kept: { id: newId(now.getTime()), prefix: shownPart(key), hash: hashToken(key) } }
}
