import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { changesOf } from '../../domain/import-changes.ts'
import type { ImportPlan } from '../../plan-import.ts'
import { categoryNames } from '../../store/categories.ts'
import { typeNames } from '../../store/product-types.ts'
import type { RowOutcome } from '../../store/transfer-rows.ts'

type Batch = Pick<ParsedInputOf<Catalog, 'takeImportBatch'>, 'rows' | 'refused' | 'columns'>

/** What becomes of the records of a batch, in the order of their lines. */
export async function outcomesOf(
  tx: Tx,
  { rows, refused, columns }: Batch,
  plan: ImportPlan,
): Promise<RowOutcome[]> {
  const nameOf = await namesIn(tx, plan)
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const about = (line: number) => {
    const row = byLine.get(line)
    return { line, sku: row?.variants[0]?.sku ?? '', name: row?.name ?? '' }
  }
  const none = { column: null, code: null, reason: null, changes: [] }
  return [
    ...refused.map((row) => ({ ...row, outcome: 'refused' as const, changes: [] })),
    ...plan.failed.map(({ line, field, code, reason }) => ({
      ...about(line),
      outcome: 'refused' as const,
      column: field === null ? null : Object.hasOwn(columns, field) ? (columns[field] ?? null) : field,
      code,
      reason,
      changes: [],
    })),
    ...plan.taken.map(({ line, before, after, outcome }) => ({
      ...none,
      ...about(line),
      outcome,
      changes: before === null || outcome !== 'updated' ? [] : changesOf(before, after, nameOf),
    })),
  ].sort((a, b) => a.line - b.line)
}

async function namesIn(tx: Tx, { taken }: ImportPlan): Promise<(id: string) => string> {
  const updated = taken.filter(({ outcome }) => outcome === 'updated')
  const both = updated.flatMap(({ before, after }) => [before, after]).filter((product) => product !== null)
  const moved = both.flatMap(({ category_id, type_id }) => [category_id, type_id])
  const ids = [...new Set(moved.filter((id) => id !== null))]
  if (ids.length === 0) return () => ''
  const [categories, types] = [await categoryNames(tx, ids), await typeNames(tx, ids)]
  return (id) => categories.get(id) ?? types.get(id) ?? ''
}
