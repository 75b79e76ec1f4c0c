import type { PolicyAction } from '@rampart/platform/policy/actions.ts'
import type { Verdict } from '@rampart/platform/policy/decide.ts'
import { type DecisionRequest, requestOf } from '@rampart/platform/policy/decision-request.ts'
import type { Facts } from '@rampart/platform/policy/facts.ts'

const WRITE_AFTER_MS = 3_000
/** Different decisions that are kept in mind between two writes; what is beyond is not counted. */
const MAX_ITEMS = 500

export type CountedDecision = {
  readonly operation: string
  readonly request: DecisionRequest
  readonly verdict: Verdict
  times: number
  last_at: string
}

/** Counts decisions and writes them down beside, at most every few seconds. No call ever waits for it. */
export type DecisionLog = {
  add(facts: Facts, action: PolicyAction, verdict: Verdict): void
  /** Writes what has been counted. */
  flush(): Promise<void>
  /** Writes nothing any more. */
  stop(): void
}

/** Counts nothing yet. `write` may fail; what it was given is lost then. */
export function decisionLog(write: (items: CountedDecision[]) => Promise<unknown>): DecisionLog {
  const counted = new Map<string, CountedDecision>()
  let timer: NodeJS.Timeout | undefined

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const items = [...counted.values()]
    counted.clear()
    if (items.length > 0) await write(items).catch(() => undefined)
  }

  return {
    add(facts, action, verdict) {
      const key = keyOf(facts, action, verdict)
      const known = counted.get(key)
      if (known !== undefined) {
        known.times += 1
        known.last_at = facts.at.toISOString()
        return
      }
      if (counted.size >= MAX_ITEMS) return
      const last_at = facts.at.toISOString()
      counted.set(key, {
        operation: action.name,
        request: requestOf(facts, action),
        verdict,
        times: 1,
        last_at,
      })
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MS).unref()
    },
    flush,
    stop: () => {
      clearTimeout(timer)
      counted.clear()
    },
  }
}

/** Much cheaper than the request itself, and different wherever that is. */
function keyOf(facts: Facts, { name }: PolicyAction, verdict: Verdict): string {
  const who = facts.principal === 'Staff' ? `${facts.id ?? ''} ${facts.ip ?? ''} ${facts.roles.join()}` : ''
  const flags = `${String(facts.permitted)} ${String(facts.fresh)} ${String(facts.approved)} ${String(facts.device_known)}`
  const input = `${String(facts.amount)} ${String(facts.granted_role)}`
  const session = `${facts.risk} ${facts.factors.join()} ${String(facts.country)} ${String(facts.at.getUTCHours())}`
  return `${name} ${verdict} ${facts.principal} ${who} ${flags} ${input} ${session}`
}
