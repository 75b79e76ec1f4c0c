import { access } from 'node:fs/promises'
import process from 'node:process'
import { catalog } from '@rampart/contracts/catalog.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { exportCatalog } from '../catalog-export/export-catalog.ts'
import { CommandError } from './command-error.ts'
import { withRuntime } from './with-runtime.ts'

const PAGE = 200

/** `rampart catalog export`: all products to a file that `catalog import` reads again. */
export async function exportCatalogFile(file: string): Promise<void> {
  if (!/\.(csv|jsonl)(\.gz)?$/i.test(file))
    throw new CommandError('Name a file that ends in .csv or .jsonl, with .gz to pack it.')
  // An export that a person has edited is not written over.
  if (await exists(file)) throw new CommandError(`${file} is there already.`)
  const products = await withRuntime((runtime) => {
    const shelves = client(catalog, runtime.assembly.linkTo('catalog'), 'cli')
    return exportCatalog({
      file,
      currencies: runtime.config.shop_currencies.slice(1),
      page: (after) =>
        shelves.exportProducts(backgroundContext(newId(), 120_000), {
          limit: PAGE,
          ...(after === null ? {} : { after }),
        }),
    })
  })
  process.stdout.write(`${String(products)} products written to ${file}.\n`)
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
