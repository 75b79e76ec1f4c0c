import { appendFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { importCatalog } from '../import-catalog.ts'

// Run as a process of its own, to be killed: notes each batch it is handed, and takes its time.
const [, , file = '', dataDir = '', journal = ''] = process.argv

await importCatalog({
  file,
  dataDir,
  dryRun: false,
  resume: true,
  currency: 'USD',
  importProducts: async (rows) => {
    await appendFile(journal, `${rows.map((row) => row.variants[0]?.sku).join(' ')}\n`)
    await sleep(40)
    return { created: rows.length, updated: 0, failed: [] }
  },
})
