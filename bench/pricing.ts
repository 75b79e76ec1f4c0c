import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const script = fileURLToPath(new URL('../modules/pricing/test/measure-pricing.ts', import.meta.url))

/** Milliseconds for one cart. `first` is the first call of a new process, before anything is compiled. */
type Times = { readonly first: number; readonly median: number; readonly p99: number; readonly worst: number }

const LIMIT = 5

const { stdout } = await promisify(execFile)(process.execPath, [script])
const measured = JSON.parse(stdout) as Record<'inclusive' | 'exclusive', Times>

console.log(`A cart of 60 lines with 20 promotions in force, in ms (the aim is at most ${LIMIT}):`)
for (const [prices, times] of Object.entries(measured)) {
  const columns = (['median', 'p99', 'worst'] as const).map((name) => `${name} ${times[name].toFixed(3)}`)
  console.log(`prices ${prices} of tax: ${columns.join(', ')}`)
}
console.log(`the first one in a new process: ${measured.inclusive.first.toFixed(2)}`)
