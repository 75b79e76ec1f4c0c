import { ArtefactKind } from '@rampart/contracts/oauth/storage.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import type { OauthClients } from './clients.ts'
import { clientMetadata } from './client-metadata.ts'

type Storage = OauthClients['oauth']
type Kind = (typeof ArtefactKind)['options'][number]

type Options = {
  readonly storage: Storage
  /** The context of the request that is being answered. */
  readonly context: () => CallContext
  /** What the library is told when a code or token is used a second time, or its grant is gone. */
  readonly refuse: (what: string) => Error
}

/** The library's storage over the operations of the oauth module. */
export function adapterOver(options: Options): AdapterFactory {
  return (name) => {
    if (name === 'Client') return clientAdapter(options)
    const kind = ArtefactKind.safeParse(name)
    return kind.success ? artefactAdapter(kind.data, options) : notInUse(name)
  }
}

function artefactAdapter(kind: Kind, { storage, context, refuse }: Options): Adapter {
  const find = async (by: 'id' | 'uid', value: string): Promise<AdapterPayload | undefined> =>
    (await storage.findArtefact(context(), { kind, by, value })).payload ?? undefined
  return {
    upsert: async (id, payload, ttl) => {
      const { saved } = await storage.saveArtefact(context(), {
        kind,
        id,
        uid: payload.uid ?? null,
        grant_id: payload.grantId !== undefined && kind !== 'Interaction' ? payload.grantId : null,
        payload,
        ttl_seconds: Math.max(1, Math.floor(ttl ?? 1)),
      })
      if (!saved) throw refuse('the grant was taken back')
    },
    find: (id) => find('id', id),
    findByUid: (uid) => find('uid', uid),
    findByUserCode: () => Promise.resolve(undefined),
    consume: async (id) => {
      const { consumed } = await storage.consumeArtefact(context(), { kind, id })
      if (!consumed) throw refuse('it was used before')
    },
    destroy: async (id) => void (await storage.deleteArtefact(context(), { kind, id })),
    revokeByGrantId: async (grant_id) => void (await storage.revokeByGrant(context(), { kind, grant_id })),
  }
}

function clientAdapter({ storage, context }: Options): Adapter {
  return {
    ...notInUse('Client'),
    find: async (client_id) => {
      if (client_id.length > 200) return undefined
      const { client } = await storage.findClient(context(), { client_id })
      return client === null ? undefined : clientMetadata(client)
    },
  }
}

// Parts of the protocol that are switched off; nothing may be written for them by accident.
function notInUse(name: string): Adapter {
  const refuse = () => Promise.reject(new Error(`${name} is not in use.`))
  return {
    upsert: refuse,
    find: () => Promise.resolve(undefined),
    findByUid: () => Promise.resolve(undefined),
    findByUserCode: () => Promise.resolve(undefined),
    consume: refuse,
    destroy: refuse,
    revokeByGrantId: () => Promise.resolve(),
  }
}
