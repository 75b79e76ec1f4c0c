import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { assertThere, withAudit } from './audit-client.ts'
import { CommandError } from './command-error.ts'
import { isThere } from './is-there.ts'

/** `rampart audit export`: the whole log as JSONL, of any size, into a file that does not exist yet. */
export async function exportAudit(file: string): Promise<void> {
  if (await isThere(file)) throw new CommandError(`${file} is there already. Name a file that is not.`)
  await assertThere(dirname(resolve(file)), `There is no folder ${dirname(resolve(file))}.`)
  const { entries } = await withAudit((audit, context) => audit.writeExport(context, { file: resolve(file) }))
  process.stdout.write(`${String(entries)} entries written to ${file}.\n`)
}
