import { open } from 'node:fs/promises'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import { FIRST_ID } from '../store/entry-columns.ts'
import { findNewestId } from '../store/search.ts'
import { type ExportPlace, readPart } from './read-export.ts'

/** The whole log as a file that did not exist before, for the command line. It may be of any size. */
export const writeExport =
  (deps: AuditDeps): Handler<Audit, 'writeExport'> =>
  async ({ file }) => {
    const handle = await open(file, 'wx', 0o600)
    let count = 0
    try {
      const last = (await findNewestId(deps.db)) ?? FIRST_ID
      let place: ExportPlace | null = { format: 'jsonl', after: FIRST_ID, last }
      while (place !== null) {
        const { entries, text, next }: Awaited<ReturnType<typeof readPart>> = await readPart(deps.db, place)
        count += entries
        await handle.appendFile(text)
        place = next
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    return { entries: count }
  }
