import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { lockTransfer, type TransferRow } from '../../store/transfers.ts'

type Work = { readonly transfer_id: string; readonly worker: string }

/** The transfer that a worker works on, held until the transaction ends; whoever lost it to another is refused. */
export async function holdWork(
  tx: Tx,
  { transfer_id, worker }: Work,
  context: HandlerContext<'CATALOG_TRANSFER_LOST'>,
): Promise<TransferRow> {
  const row = await lockTransfer(tx, transfer_id, null)
  if (row === null || row.state !== 'running' || row.worker !== worker)
    throw context.fail('CATALOG_TRANSFER_LOST')
  return row
}
