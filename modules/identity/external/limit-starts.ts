import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { IdentityDeps } from '../deps.ts'
import { networkOf } from '../domain/network-of.ts'
import { externalTries } from '../domain/try-policies.ts'

/** Counts a browser that is sent to a provider, for the network it is in. Answers how many seconds to wait; 0: none. */
export async function countStart(
  deps: IdentityDeps,
  { ip, now }: Pick<CallContext, 'ip'> & { readonly now: () => Date },
): Promise<number> {
  if (ip === null) return 0
  const name = `external-network:${networkOf(ip)}`
  const taken = await deps.throttle.take(deps.db, name, externalTries, now())
  return taken.allowed ? 0 : taken.retryAfterSeconds
}
