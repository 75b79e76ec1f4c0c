import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { CustomersDeps } from '../deps.ts'
import { findArchivePart } from '../store/exports.ts'
import { openPart, PART_BYTES, SEALED_PART_BYTES } from './sealed-archive.ts'

type Whose = { readonly export_id: string; readonly account_id: string }
type ArchivePart = OutputOf<Customers, 'readExportPart'> & { readonly ready_at: string }

/** One part of an archive: nobody who takes it slowly keeps more than that in memory. Null: it is not there for them. */
export async function readArchive(
  { db, keys }: CustomersDeps,
  whose: Whose,
  part: number,
  now: Date,
): Promise<ArchivePart | null> {
  const found = await findArchivePart(
    db,
    whose,
    { from: part * SEALED_PART_BYTES, length: SEALED_PART_BYTES },
    now,
  )
  if (found === null || part * PART_BYTES >= found.size) return null
  const more = (part + 1) * PART_BYTES < found.size
  return {
    bytes: new Uint8Array(openPart(keys, whose, part, found.sealed)),
    next: more ? { export_id: whose.export_id, part: part + 1 } : null,
    ready_at: found.ready_at,
  }
}
