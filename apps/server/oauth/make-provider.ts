import type { EventEmitter } from 'node:events'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import type { default as Provider, JWK } from 'oidc-provider'
import { adapterOver } from './adapter.ts'
import type { OauthClients } from './clients.ts'
import { configuration } from './configuration.ts'
import { ownAnswers } from './own-answers.ts'
import { contextOf } from './request-facts.ts'
import { useShopperSessions } from './shopper-session.ts'

type Options = {
  readonly clients: OauthClients
  readonly keys: Keyring
  readonly publicUrl: string
  readonly log: Log
  readonly signingKeys: readonly JWK[]
}

/** Makes the protocol library's server. The library is loaded with the first, not with the process. */
export async function makeProvider(options: Options): Promise<Provider> {
  const { clients, keys, publicUrl, log, signingKeys } = options
  const { default: Library, errors } = await import('oidc-provider')
  const issuer = new URL(publicUrl)
  const adapter = adapterOver({
    storage: clients.oauth,
    context: () => contextOf(Library.ctx?.req),
    refuse: (what) => new errors.InvalidGrant(what),
  })
  const secure = issuer.protocol === 'https:'
  const provider = new Library(issuer.origin, configuration({ clients, keys, secure, signingKeys, adapter }))
  // Links and cookies follow from the shop's public address, whatever a Host header says.
  Object.defineProperty(provider.request, 'protocol', { get: () => issuer.protocol.slice(0, -1) })
  Object.defineProperty(provider.request, 'host', { get: () => issuer.host })
  provider.Client.prototype.compareClientSecret = async function (secret: string) {
    if (secret.length > 1_000) return false
    const { valid } = await clients.oauth.verifyClientSecret(contextOf(Library.ctx?.req), {
      client_id: this.clientId,
      secret,
    })
    return valid
  }
  useShopperSessions(provider, keys.derive('oauth:sessions'))
  provider.use(ownAnswers(provider))
  const emitter: EventEmitter = provider
  emitter.on('error', (error: unknown) => log.error('oauth request failed', { error }))
  provider.on('server_error', (_ctx, error) => log.error('oauth request failed', { error }))
  return provider
}
