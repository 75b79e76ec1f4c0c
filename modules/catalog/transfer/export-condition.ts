import type { Sql } from '@rampart/platform/db/sql.ts'
import { empty, sql } from '@rampart/platform/db/sql.ts'
import { searchWords } from '../domain/search-words.ts'
import { managedCondition } from '../store/managed-products.ts'
import type { TransferRow } from '../store/transfers.ts'

/** The products that an export is of: as the list in the back office with the same filters, and of a seller their own. */
export function exportCondition({
  seller_id: owner,
  filter,
}: Pick<TransferRow, 'seller_id' | 'filter'>): Sql {
  const { q = '', status, category, type_id, seller_id } = filter ?? {}
  const words = q === '' ? null : (searchWords(q) ?? ('nothing' as const))
  const managed = managedCondition({ owner, words, status, category, tag: undefined, seller_id })
  return sql`${managed}${type_id === undefined ? empty : sql` AND p.type_id = ${type_id}`}`
}
