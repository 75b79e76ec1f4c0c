import { catalog } from '@rampart/contracts/catalog.ts'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { createLog } from '@rampart/platform/log/create-log.ts'
import { openRuntime, type Runtime } from '../../apps/server/boot/runtime.ts'
import { shopConnection, shopKeys } from './shop-database.ts'

/** An article on the shelf: how many pieces, at which price ("12.50"). */
export type Article = { readonly quantity: number; readonly price?: string }

/** The modules on a running shop's database, beside its server: for what has no public operation. */
export async function openBeside(dataDir: string, publicUrl?: string): Promise<Runtime> {
  return openRuntime({
    config: loadConfig({ DATA_DIR: dataDir, ...(publicUrl === undefined ? {} : { PUBLIC_URL: publicUrl }) }),
    keys: await shopKeys(dataDir),
    connection: await shopConnection(dataDir),
    log: createLog({ level: 'error' }),
    name: 'rampart tests',
    poolSize: 4,
  })
}

/** Puts new articles on sale through the catalogue's import. Answers their variants' ids in the same order. */
export async function stockShelf(runtime: Runtime, articles: readonly Article[]): Promise<string[]> {
  const mark = newId().slice(-12)
  const shelves = client(catalog, runtime.assembly.linkTo('catalog'), 'cli')
  const rows = articles.map(({ quantity, price = '25.00' }, index) => ({
    line: index + 1,
    name: `Article ${mark}-${String(index)}`,
    variants: [{ sku: `${mark}-${String(index)}`, price, quantity }],
  }))
  const { failed } = await shelves.importProducts(backgroundContext(newId()), { rows })
  if (failed.length > 0) throw new Error(`The shelf could not be filled: ${JSON.stringify(failed[0])}`)
  const variants = await runtime.db.many<{ id: string; sku: string }>(sql`
    SELECT id, sku FROM catalog.variants WHERE sku LIKE ${`${mark}-%`}`)
  const bySku = new Map(variants.map(({ id, sku }) => [sku, id]))
  return articles.map((_article, index) => bySku.get(`${mark}-${String(index)}`) ?? '')
}
