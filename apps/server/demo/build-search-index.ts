import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Runtime } from '../boot/runtime.ts'

/** Builds the search's index before the shop opens: the first visitor of the sample shop finds what is in it. */
export async function buildSearchIndex(runtime: Runtime): Promise<void> {
  const build = runtime.assembly.parts.get('search')?.jobs?.['build']
  if (build === undefined) throw new Error('The search has no job that builds its index.')
  await build({}, { call: backgroundContext(newId()), now: () => new Date(), attempt: 1 })
}
