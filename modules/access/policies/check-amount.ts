import type { HandlerContext } from '@rampart/platform/contract/handler.ts'

/** Many times what a shop needs; every process reads all of it anew with each change, which then takes about a second. */
const MOST_CHARACTERS = 100_000

/** Refuses more policies in force than can be read in good time. */
export function checkAmount(
  afterwards: readonly { readonly text: string; readonly enabled: boolean }[],
  context: HandlerContext<'ACCESS_POLICY_INVALID'>,
): void {
  const inForce = afterwards.filter(({ enabled }) => enabled)
  if (inForce.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS) return
  const message = 'All policies in force together hold at most 100,000 characters.'
  throw context.fail('ACCESS_POLICY_INVALID', { message })
}
