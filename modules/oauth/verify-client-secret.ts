import { timingSafeEqual } from 'node:crypto'
import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { findSecretHash } from './store/clients.ts'

/** Compares hashes, in a time that tells nothing about them. */
export const verifyClientSecret =
  (deps: OauthDeps): Handler<Oauth, 'verifyClientSecret'> =>
  async ({ client_id, secret }) => {
    const hash = await findSecretHash(deps.db, client_id)
    return { valid: hash !== null && timingSafeEqual(hash, hashToken(secret)) }
  }
