import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { default as Provider, JWK } from 'oidc-provider'
import type { Runtime } from '../boot/runtime.ts'
import { oauthClients } from './clients.ts'
import { makeProvider } from './make-provider.ts'

/** How long it may take until a process signs with a new key. They are published days before. */
const LOOK_AGAIN_MS = 60_000

type Made = { readonly provider: Provider; readonly kids: string; readonly looked: number }

/** Hands out the protocol's server, made at the first request and anew when its signing keys have changed. */
export function providerSource({ assembly, config, keys, log }: Runtime): () => Promise<Provider> {
  const clients = oauthClients(assembly)
  let current: Promise<Made> | undefined

  async function look(before: Made | null): Promise<Made> {
    const signingKeys = (await clients.oauth.getSigningKeys(backgroundContext(newId()), {})).keys as JWK[]
    const kids = signingKeys.map((key) => key.kid).join(' ')
    const provider =
      before?.kids === kids
        ? before.provider
        : await makeProvider({ clients, keys, publicUrl: config.public_url, log, signingKeys })
    return { provider, kids, looked: Date.now() }
  }

  return async () => {
    const before = (await current?.catch(() => null)) ?? null
    if (before !== null && Date.now() - before.looked < LOOK_AGAIN_MS) return before.provider
    current = look(before)
    return (await current).provider
  }
}
