import type { IncomingMessage } from 'node:http'
import { backgroundContext, type CallContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'

/** The customer whose session cookie came with a request. */
export type Shopper = { readonly id: string; readonly authenticated_at?: number }

/** What the shop knows of a request that the protocol library handles. */
export type RequestFacts = {
  readonly request_id: string
  readonly ip: string
  readonly user_agent: string | null
  readonly shopper: Shopper | null
}

const known = new WeakMap<IncomingMessage, RequestFacts>()

/** Notes what the shop knows of a request before the library sees it. */
export function noteFacts(request: IncomingMessage, facts: RequestFacts): void {
  known.set(request, facts)
}

/** The customer behind a request, or null. */
export function shopperOf(request: IncomingMessage): Shopper | null {
  return known.get(request)?.shopper ?? null
}

/** A context to call modules with: the server's own, with where the request came from for the audit log. */
export function contextOf(request: IncomingMessage | undefined): CallContext {
  const facts = request === undefined ? undefined : known.get(request)
  const context = backgroundContext(facts?.request_id ?? newId())
  return facts === undefined ? context : { ...context, ip: facts.ip, user_agent: facts.user_agent }
}
