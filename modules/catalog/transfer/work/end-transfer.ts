import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from '../../deps.ts'
import { type Change, changeTransfer, type Problem, type TransferRow } from '../../store/transfers.ts'

type EndContext = CallContext & { readonly now: () => Date }
type Trouble = { readonly problem: Problem; readonly problem_line?: number | undefined }

/** Ends a phase, well or with a problem, and leaves an entry where it was one that wrote. */
export async function endTransfer(
  deps: CatalogDeps,
  tx: Tx,
  context: EndContext,
  row: TransferRow,
  trouble?: Trouble,
): Promise<TransferRow> {
  const now = context.now()
  const ended = { worker: null, worker_seen_at: null, ended_at: now } as const
  const change: Change =
    trouble === undefined
      ? { ...ended, ...endOf(row) }
      : { ...ended, state: 'failed', problem: trouble.problem, problem_line: trouble.problem_line ?? null }
  const after = await changeTransfer(tx, row.id, change, now)
  if (after.phase === 'check') return after
  const { kind, file_name, records, created, updated, unchanged, refused } = after
  await deps.audit.record(tx, context, {
    action: trouble === undefined ? `catalog.${kind}-finished` : `catalog.${kind}-failed`,
    subject_type: 'transfer',
    subject_id: row.id,
    after: {
      file_name,
      records,
      ...(kind === 'import' ? { created, updated, unchanged, refused } : {}),
      ...(trouble === undefined ? {} : { problem: trouble.problem }),
    },
  })
  return after
}

function endOf({ phase, records, created, updated, unchanged, refused }: TransferRow): Change {
  const counts = { created, updated, unchanged, refused }
  return phase === 'check'
    ? { state: 'checked', total: records, checked: { records, ...counts } }
    : { state: 'done', total: records }
}
