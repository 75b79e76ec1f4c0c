// `npm test` runs everything; `npm test -- types unit` runs the parts named; pages are built before browsers
// look at them.

import { whyNoOpenSearch } from './opensearch/fetch.ts'
import { bin, capture, type Outcome } from './run.ts'
import { chromiumIsMissing, findChromium } from './test/chromium.ts'
import { add, summary, type Tally } from './test/tally.ts'
import { countFiles, runVitest } from './test/vitest.ts'
import { checkTypes } from './types.ts'

const checks: Record<string, () => Promise<Outcome>> = {
  build: () => capture('tools/setup.mjs', []),
  types: checkTypes,
  lint: () => capture(bin('eslint'), ['.', '--max-warnings=0']),
  format: () => capture(bin('prettier'), ['--check', '--log-level=warn', '.']),
  boundaries: () => capture(bin('depcruise'), ['--config', '.dependency-cruiser.cjs', '.']),
}
const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
const together = ['unit', 'architecture', 'security', 'tools']
const oneByOne = ['opensearch', 'race', 'crash', 'e2e']

async function runCheck(name: string, check: () => Promise<Outcome>): Promise<Tally> {
  const started = performance.now()
  const { ok, output } = await check()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (!ok) console.log(output.trim())
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: ok ? [] : [name] }
}

async function runSuites(projects: string[], serial: boolean): Promise<Tally> {
  return projects.length ? await runVitest(projects, { serial }) : nothing
}

async function main(names: string[]): Promise<Tally> {
  const known = [...Object.keys(checks), ...together, ...oneByOne]
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length) throw new Error(`No such part: ${unknown.join(', ')}. There are ${known.join(', ')}.`)
  const wanted = (name: string) =>
    !names.length || names.includes(name) || (name === 'build' && names.includes('e2e'))

  let tally = nothing
  for (const [name, check] of Object.entries(checks)) {
    if (wanted(name)) tally = add(tally, await runCheck(name, check))
  }
  tally = add(tally, await runSuites(together.filter(wanted), false))

  let serial = oneByOne.filter(wanted)
  if (serial.includes('e2e') && !findChromium(process.env['PATH'] ?? '')) {
    console.log(chromiumIsMissing)
    serial = serial.filter((name) => name !== 'e2e')
    tally = add(tally, { ...nothing, skipped: countFiles('tests/e2e') })
  }
  // A node of its own, which must not run beside the others.
  if (serial.includes('opensearch')) {
    serial = serial.filter((name) => name !== 'opensearch')
    const why = whyNoOpenSearch()
    if (why !== null) console.log(`The search is tried over PostgreSQL alone, not over OpenSearch: ${why}.`)
    const left = { ...nothing, skipped: countFiles('modules/search/test') }
    tally = add(tally, why === null ? await runSuites(['opensearch'], true) : left)
  }
  return add(tally, await runSuites(serial, true))
}

const tally = await main(process.argv.slice(2))
console.log(summary(tally))
process.exitCode = tally.failed ? 1 : 0
