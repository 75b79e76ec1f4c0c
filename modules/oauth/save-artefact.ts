import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { OauthDeps } from './deps.ts'
import { sealPayload } from './sealed-payload.ts'
import { insertOfGrant, upsertArtefact } from './store/artefacts.ts'
import { upsertGrant } from './store/grants.ts'

/** Keeps something of the protocol. False when what it belongs to is gone: a grant taken back, an app removed. */
export const saveArtefact =
  (deps: OauthDeps): Handler<Oauth, 'saveArtefact'> =>
  async ({ kind, id, uid, grant_id, payload, ttl_seconds }, context) => {
    const now = context.now()
    const id_hash = hashToken(id)
    const sealed = sealPayload(deps.artefactKey, kind, id_hash, payload)
    const expires_at = new Date(now.getTime() + ttl_seconds * 1_000)
    if (kind === 'Grant') {
      const grant = {
        id: newId(),
        ref_hash: id_hash,
        account_id: textOf(payload, 'accountId'),
        client_id: textOf(payload, 'clientId'),
        scopes: scopesOf((payload['openid'] as { scope?: unknown } | undefined)?.scope),
        payload: sealed,
        expires_at,
      }
      return { saved: await deps.db.tx((tx) => upsertGrant(tx, grant, now)) }
    }
    const artefact = {
      kind,
      id_hash,
      uid_hash: uid === null ? null : hashToken(uid),
      scopes: scopesOf(payload['scope']),
      payload: sealed,
      expires_at,
    }
    if (grant_id === null) {
      await upsertArtefact(deps.db, artefact, now)
      return { saved: true }
    }
    return { saved: await deps.db.tx((tx) => insertOfGrant(tx, artefact, hashToken(grant_id), now)) }
  }

function scopesOf(scope: unknown): string[] {
  return typeof scope === 'string' && scope !== '' ? scope.split(' ') : []
}

function textOf(payload: Readonly<Record<string, unknown>>, field: string): string {
  const value = payload[field]
  if (typeof value !== 'string') throw new Error(`A grant has no ${field}.`)
  return value
}
