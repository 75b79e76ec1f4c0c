import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { accessScene } from './approval-scene.ts'

export type Key = {
  readonly id: string
  readonly key: string
  readonly prefix: string
  readonly status: string
  readonly permissions: readonly string[]
  readonly networks: readonly string[]
  readonly expires_at: string
  readonly last_used_at: string | null
  readonly last_used_ip: string | null
  readonly replaces: string | null
}

type Opened = { readonly key_id: string; readonly account_id: string; readonly permissions: string[] } | null

/** The scene of the module, with keys. */
export async function keyScene() {
  const scene = await accessScene()
  const call = (who: StaffPrincipal, operation: string, input: object): Promise<never> =>
    scene.h.call(operation, input, scene.by(who))
  return {
    ...scene,
    call,
    create: (who: StaffPrincipal, over: object = {}) =>
      call(who, 'createApiKey', { name: 'Warehouse', permissions: ['orders:read'], ...over }) as Promise<Key>,
    list: async (who: StaffPrincipal, query: object = {}) =>
      ((await call(who, 'listApiKeys', query)) as { items: Key[] }).items,
    /** What a key opens, used from an address. */
    open: (key: string, ip: string | null = '192.0.2.7') =>
      scene.h.call('authenticateKey', { key, ip }, { caller: 'server' }) as Promise<Opened>,
  }
}
