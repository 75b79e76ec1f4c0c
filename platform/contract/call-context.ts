import type { Principal } from './principal.ts'

/** Travels with every call, near or far. */
export type CallContext = {
  readonly principal: Principal
  /** Who is calling: 'edge' for the outside world, otherwise a module's own name, 'server' or 'cli'. */
  readonly caller: string
  readonly request_id: string
  /** Milliseconds since the epoch after which nobody waits for the answer any more. */
  readonly deadline: number
  readonly idempotency_key: string | null
  readonly ip: string | null
  readonly user_agent: string | null
  /** The random secret that tells a browser or program from others, where the operation asks for it. */
  readonly device_token: string | null
  /** The approval by a second person that the caller refers to, if any. */
  readonly approval_id: string | null
}

/** The caller's name for requests from outside. */
export const EDGE = 'edge'

const DEFAULT_DEADLINE_MS = 30_000

/** A context for background work, which has no request of its own. */
export function backgroundContext(requestId: string, deadlineMs = DEFAULT_DEADLINE_MS): CallContext {
  return {
    principal: { kind: 'system' },
    caller: 'server',
    request_id: requestId,
    deadline: Date.now() + deadlineMs,
    idempotency_key: null,
    ip: null,
    user_agent: null,
    device_token: null,
    approval_id: null,
  }
}
