import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IndexDocument } from '../../modules/search/domain/index-document.ts'
import { importCatalog } from '../../apps/server/catalog-import/import-catalog.ts'
import { modules } from '../../apps/server/modules.ts'
import { backgroundContext } from '../../platform/contract/call-context.ts'
import { newId } from '../../platform/crypto/ids.ts'
import { keyring } from '../../platform/crypto/keys.ts'
import { eventMigrations } from '../../platform/events/migration-source.ts'
import { subscriptions } from '../../platform/events/subscriptions.ts'
import { silentLog } from '../../platform/log/create-log.ts'
import type { Log } from '../../platform/log/log.ts'
import { assemble } from '../../platform/module/assemble.ts'
import { startTestServer, testDatabase } from '../../platform/testing/database.ts'
import { testSettings } from '../../platform/testing/module-harness.ts'
import type { Link } from '../../platform/contract/link.ts'

const mapping = fileURLToPath(
  new URL('../../apps/server/catalog-import/icecat.mapping.json', import.meta.url),
)

type Ask = (operation: string, input: unknown) => Promise<unknown>

export type EngineName = 'PostgreSQL' | 'OpenSearch'

/** A search over the imported catalogue, with its index built. */
export type SearchOver = {
  readonly engine: EngineName
  /** What a guest is answered. */
  readonly ask: Ask
  readonly buildSeconds: number
}

export type SearchShop = {
  /** One for each engine asked for. */
  readonly searches: readonly SearchOver[]
  /** The imported products as the search takes them in. */
  readonly documents: () => AsyncGenerator<IndexDocument[]>
  /** What is imported as the imported file's `sku`, by product id. */
  readonly skus: ReadonlyMap<string, string>
  readonly importSeconds: number
  close(): Promise<void>
}

/**
 * The catalogue and the search on a database of their own, with a whole file imported and an index built for each engine
 * asked for.
 */
export async function openSearchShop(
  catalogue: string,
  { engines, openSearchUrl = null }: { engines: readonly EngineName[]; openSearchUrl?: string | null },
): Promise<SearchShop> {
  const server = await startTestServer()
  const chosen = modules.filter(({ contract }) => ['catalog', 'search'].includes(contract.name))
  const sources = chosen.map((module) => ({ module: module.contract.name, directory: module.migrations }))
  const database = await testDatabase([eventMigrations, ...sources], server.connection)
  const settings = { ...testSettings, opensearch_prefix: `evaluate-${newId()}` }
  // What OpenSearch leaves to PostgreSQL says nothing about OpenSearch.
  const log: Log = {
    ...silentLog,
    warn: (message, fields) => {
      throw new Error(`${message} ${JSON.stringify(fields ?? {})}`)
    },
    child: () => log,
  }
  const assembled = (url: string | null) =>
    assemble(chosen, {
      db: database.db,
      keys: keyring(Buffer.alloc(32, 7)),
      settings: { ...settings, opensearch_url: url },
      log,
      clock: () => new Date(),
      subscriptions: subscriptions(),
      jobsOf: () => ({ add: () => Promise.resolve() }),
      remotes: { identity: empty({ sellers: [] }), media: empty({ pictures: [] }), inventory: empty(null) },
    })
  const assembly = assembled(null)
  for (const parts of assembly.parts.values()) await parts.prepare?.()
  const folder = await mkdtemp(join(tmpdir(), 'rampart-evaluate-'))
  const begin = performance.now()
  await importCatalog({
    file: catalogue,
    mapping,
    dryRun: false,
    resume: false,
    dataDir: folder,
    currency: 'USD',
    importProducts: (rows) => caller(assembly, 'cli')('catalog.importProducts', { rows }) as never,
  })
  const importSeconds = (performance.now() - begin) / 1_000
  const searches: SearchOver[] = []
  for (const engine of engines) {
    const [over, job] =
      engine === 'PostgreSQL' ? [assembly, 'build'] : [assembled(openSearchUrl), 'build-opensearch']
    searches.push(await searchOver(engine, over, job))
  }
  const documents = () => documentsOf(caller(assembly, 'search'))
  const skus = new Map<string, string>()
  for await (const page of documents())
    for (const { product_id, skus: own } of page) skus.set(product_id, own[0] ?? '')
  return {
    searches,
    documents,
    skus,
    importSeconds,
    close: async () => {
      await database.drop()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Assembly = ReturnType<typeof assemble>

async function searchOver(
  engine: SearchOver['engine'],
  assembly: Assembly,
  job: string,
): Promise<SearchOver> {
  const build = assembly.parts.get('search')?.jobs?.[job]
  if (build === undefined) throw new Error('The search has no job that builds its index.')
  const begin = performance.now()
  await build({}, { call: backgroundContext(newId()), now: () => new Date(), attempt: 1 })
  const buildSeconds = (performance.now() - begin) / 1_000
  return { engine, ask: caller(assembly, null), buildSeconds }
}

/** Calls as a module does, or as the edge for a guest. */
function caller(assembly: Assembly, module: string | null): Ask {
  return (operation, input) => {
    const [contract = '', name = ''] = operation.split('.')
    const who =
      module === null
        ? { caller: 'edge', principal: { kind: 'guest', guest_token: null } as const }
        : { caller: module }
    const context = { ...backgroundContext(newId()), ...who }
    return assembly.linkTo(contract)({ operation: name, input, context })
  }
}

// Nobody is asked anything that matters here: nothing is sold, shown or counted.
function empty(answer: unknown): Link {
  return () => Promise.resolve(answer)
}

async function* documentsOf(ask: Ask): AsyncGenerator<IndexDocument[]> {
  for (let after: string | null = null; ;) {
    const input = { after, limit: 500 }
    const { documents } = (await ask('catalog.getIndexDocuments', input)) as { documents: IndexDocument[] }
    yield documents
    if (documents.length < 500) return
    after = documents.at(-1)?.product_id ?? null
  }
}
