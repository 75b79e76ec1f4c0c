import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importCatalog } from '../../apps/server/catalog-import/import-catalog.ts'
import { modules } from '../../apps/server/modules.ts'
import { backgroundContext } from '../../platform/contract/call-context.ts'
import { newId } from '../../platform/crypto/ids.ts'
import { keyring } from '../../platform/crypto/keys.ts'
import { eventMigrations } from '../../platform/events/migration-source.ts'
import { subscriptions } from '../../platform/events/subscriptions.ts'
import { silentLog } from '../../platform/log/create-log.ts'
import { assemble } from '../../platform/module/assemble.ts'
import { startTestServer, testDatabase } from '../../platform/testing/database.ts'
import { testSettings } from '../../platform/testing/module-harness.ts'
import type { Link } from '../../platform/contract/link.ts'

const mapping = fileURLToPath(
  new URL('../../apps/server/catalog-import/icecat.mapping.json', import.meta.url),
)

export type SearchShop = {
  /** What a guest is answered. */
  readonly ask: (operation: string, input: unknown) => Promise<unknown>
  /** What is imported as the imported file's `sku`, by product id. */
  readonly skus: ReadonlyMap<string, string>
  readonly importSeconds: number
  readonly buildSeconds: number
  close(): Promise<void>
}

/** The catalogue and the search on a database of their own, with a whole file imported and the index built. */
export async function openSearchShop(catalogue: string): Promise<SearchShop> {
  const server = await startTestServer()
  const chosen = modules.filter(({ contract }) => ['catalog', 'search'].includes(contract.name))
  const sources = chosen.map((module) => ({ module: module.contract.name, directory: module.migrations }))
  const database = await testDatabase([eventMigrations, ...sources], server.connection)
  const assembly = assemble(chosen, {
    db: database.db,
    keys: keyring(Buffer.alloc(32, 7)),
    settings: testSettings,
    log: silentLog,
    clock: () => new Date(),
    subscriptions: subscriptions(),
    jobsOf: () => ({ add: () => Promise.resolve() }),
    remotes: { identity: empty({ sellers: [] }), media: empty({ pictures: [] }), inventory: empty(null) },
  })
  for (const parts of assembly.parts.values()) await parts.prepare?.()
  const call = (operation: string, input: unknown, caller?: string) => {
    const [contract = '', name = ''] = operation.split('.')
    const context = backgroundContext(newId())
    return assembly.linkTo(contract)({
      operation: name,
      input,
      context: {
        ...context,
        ...(caller === undefined
          ? { caller: 'edge', principal: { kind: 'guest', guest_token: null } }
          : { caller }),
      },
    })
  }
  const folder = await mkdtemp(join(tmpdir(), 'rampart-evaluate-'))
  const begin = performance.now()
  await importCatalog({
    file: catalogue,
    mapping,
    dryRun: false,
    resume: false,
    dataDir: folder,
    currency: 'USD',
    importProducts: (rows) => call('catalog.importProducts', { rows }, 'cli') as never,
  })
  const imported = performance.now()
  const build = assembly.parts.get('search')?.jobs?.['build']
  if (build === undefined) throw new Error('The search has no job that builds its index.')
  await build({}, { call: backgroundContext(newId()), now: () => new Date(), attempt: 1 })
  const built = performance.now()
  return {
    ask: (operation, input) => call(operation, input),
    skus: await findSkus(call),
    importSeconds: (imported - begin) / 1_000,
    buildSeconds: (built - imported) / 1_000,
    close: async () => {
      await database.drop()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// Nobody is asked anything that matters here: nothing is sold, shown or counted.
function empty(answer: unknown): Link {
  return () => Promise.resolve(answer)
}

type Documents = { documents: { product_id: string; skus: string[] }[] }

async function findSkus(
  call: (operation: string, input: unknown, caller: string) => Promise<unknown>,
): Promise<Map<string, string>> {
  const skus = new Map<string, string>()
  for (let after: string | null = null; ;) {
    const input = { after, limit: 500 }
    const { documents } = (await call('catalog.getIndexDocuments', input, 'search')) as Documents
    for (const { product_id, skus: own } of documents) skus.set(product_id, own[0] ?? '')
    if (documents.length < 500) return skus
    after = documents.at(-1)?.product_id ?? null
  }
}
