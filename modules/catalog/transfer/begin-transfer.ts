import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CatalogDeps } from '../deps.ts'
import { countTransfersOf, insertTransfer, lockTransfersOf, type NewTransfer } from '../store/transfers.ts'
import { queueRun } from './queue-run.ts'
import { viewTransfer } from './transfer-view.ts'

const MAX_KEPT = 30

type Begun = Pick<
  NewTransfer,
  'kind' | 'format' | 'packed' | 'state' | 'phase' | 'file_name' | 'size' | 'filter'
>

/** Makes a transfer that reaches what its maker reaches. */
export async function beginTransfer(
  deps: CatalogDeps,
  context: HandlerContext<'CATALOG_TOO_MANY_TRANSFERS'>,
  begun: Begun,
): Promise<RawOutputOf<Catalog, 'createImport'>> {
  const { principal } = context
  const person = principal.kind === 'staff' ? principal.id : null
  const now = context.now()
  return deps.db.tx(async (tx) => {
    await lockTransfersOf(tx, person)
    if ((await countTransfersOf(tx, person)) >= MAX_KEPT) throw context.fail('CATALOG_TOO_MANY_TRANSFERS')
    const made = { ...begun, id: newId(), seller_id: ownerOf(context), created_by: person }
    const row = await insertTransfer(tx, made, now)
    if (row.state === 'queued') await queueRun(deps, tx)
    await deps.audit.record(tx, context, {
      action: begun.kind === 'import' ? 'catalog.import-created' : 'catalog.export-created',
      subject_type: 'transfer',
      subject_id: row.id,
      after: { file_name: row.file_name, format: row.format, seller_id: row.seller_id, filter: row.filter },
    })
    return viewTransfer(row)
  })
}
