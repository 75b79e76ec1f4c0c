import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { chromiumIsMissing } from '../../tools/test/chromium.ts'
import { browserPath } from '../support/browser.ts'
import { type DemoShop, startDemo } from '../support/demo-shop.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    demo: DemoShop | null
  }
}

/** One furnished shop for all browser tests of a run; none where there is no browser to visit it. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (browserPath === undefined) {
    console.log(chromiumIsMissing)
    project.provide('demo', null)
    return undefined
  }
  // A whole test run comes from one address, in minutes: as much as a busy office does.
  const spentCodes = await mkdtemp(join(tmpdir(), 'rampart-spent-codes-'))
  process.env.RAMPART_SPENT_CODES = spentCodes
  const { demo, stop } = await startDemo({ env: { RATE_LIMITS: 'on', RATE_LIMIT_FACTOR: '10' } })
  project.provide('demo', demo)
  return async () => {
    await stop()
    await rm(spentCodes, { recursive: true })
  }
}
