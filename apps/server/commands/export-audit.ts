import { resolve } from 'node:path'
import process from 'node:process'
import { withAudit } from './audit-client.ts'

/** `rampart audit export`: the whole log as JSONL, of any size. */
export async function exportAudit(file: string): Promise<void> {
  const { entries } = await withAudit((audit, context) => audit.writeExport(context, { file: resolve(file) }))
  process.stdout.write(`${String(entries)} entries written to ${file}.\n`)
}
