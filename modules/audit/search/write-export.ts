import { open } from 'node:fs/promises'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import { readExport } from './read-export.ts'

/** The whole log as a file that did not exist before, for the command line. It may be of any size. */
export const writeExport =
  (deps: AuditDeps): Handler<Audit, 'writeExport'> =>
  async ({ file }) => {
    const handle = await open(file, 'wx', 0o600)
    let count = 0
    try {
      for await (const { entries, text } of readExport(deps.db, {}, 'jsonl')) {
        count += entries
        await handle.appendFile(text)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    return { entries: count }
  }
