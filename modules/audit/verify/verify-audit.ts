import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import type { Verdict } from './verdict.ts'
import { verifyInTurns } from './verify-in-turns.ts'

const FRESH_MS = 10_000

/** The state of the chain, for pages: at most ten seconds old, found by one check at a time. */
export const verifyAudit = (deps: AuditDeps): Handler<Audit, 'verifyAudit'> => {
  const check = verifyInTurns(deps)
  let running: Promise<Verdict> | undefined
  let known: { readonly verdict: Verdict; readonly at: number } | undefined
  return async (_input, context) => {
    if (known !== undefined && performance.now() - known.at < FRESH_MS) return known.verdict
    running ??= check(context.now()).finally(() => (running = undefined))
    const verdict = await running
    known = { verdict, at: performance.now() }
    return verdict
  }
}
