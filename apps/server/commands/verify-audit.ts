import { resolve } from 'node:path'
import process from 'node:process'
import { assertThere, withAudit } from './audit-client.ts'

export type VerifyAuditOptions = { readonly checkpoints?: string; readonly export?: string }

/** `rampart audit verify`: status 0 when it is intact, 1 when anything is not what it was, and the first bad entry by name. */
export async function verifyAudit(options: VerifyAuditOptions): Promise<void> {
  for (const file of [options.checkpoints, options.export])
    if (file !== undefined) await assertThere(file, `There is no file ${file}.`)
  const checkpoints = options.checkpoints === undefined ? {} : { checkpoints: resolve(options.checkpoints) }
  const lines =
    options.export === undefined
      ? await verifyDatabase(checkpoints)
      : await verifyFile(resolve(options.export), checkpoints)
  process.stdout.write(`${lines.join('\n')}\n`)
}

type Checkpoints = { readonly checkpoints?: string }

async function verifyDatabase(checkpoints: Checkpoints): Promise<string[]> {
  const found = await withAudit((audit, context) => audit.verifyWhole(context, checkpoints))
  const { state, entries, waiting, checked, proven_until, restarts, first_bad } = found
  const lines = [
    `${String(checked)} of ${String(entries)} chained entries read, ${String(waiting)} wait to be chained.`,
    `${String(found.checkpoints)} signed checkpoints${proven_until === null ? '' : `, the last good one of ${proven_until}`}.`,
  ]
  if (restarts > 0)
    lines.push(`The log was accepted as it was ${String(restarts)} times; see action audit.restarted.`)
  if (first_bad !== null) {
    process.exitCode = 1
    const where = first_bad.position === null ? '' : `position ${String(first_bad.position)}`
    const which = first_bad.entry_id === null ? '' : `entry ${first_bad.entry_id}`
    const place = [where, which].filter((text) => text !== '').join(', ')
    return [...lines, `✗ TAMPERED: ${place === '' ? '' : `${place}: `}${first_bad.why}`]
  }
  if (state === 'behind') return [...lines, '! Entries wait for more than a minute: start the server.']
  return [...lines, '✓ Intact.']
}

async function verifyFile(file: string, checkpoints: Checkpoints): Promise<string[]> {
  const found = await withAudit((audit, context) => audit.verifyExport(context, { file, ...checkpoints }))
  const { entries, unchained, gapless, first_bad } = found
  const lines = [
    `${String(entries)} entries, ${gapless ? 'none missing between them' : 'with gaps between them'}, ${String(unchained)} not chained.`,
    `${String(found.checkpoints)} checkpoints confirm entries of this file.`,
  ]
  if (first_bad === null) return [...lines, '✓ Intact.']
  process.exitCode = 1
  const entry = first_bad.entry_id === null ? '' : `, entry ${first_bad.entry_id}`
  return [...lines, `✗ TAMPERED: line ${String(first_bad.line)}${entry}: ${first_bad.why}`]
}
