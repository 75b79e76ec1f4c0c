import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { Amounts } from '../store/waiting.ts'
import type { Testimony } from './check-statements.ts'
import type { Problem } from './problem.ts'

/** What verifying answers. */
export type Verdict = OutputOf<Audit, 'verifyAudit'>

// Entries are chained within seconds of their arrival; after this long somebody should ask why they are not.
const BEHIND_MS = 60_000

type Found = { readonly problem: Problem | null; readonly checked: number; readonly now: Date }

/** Puts together what was found. */
export function verdictOf(testimony: Testimony, amounts: Amounts, { problem, checked, now }: Found): Verdict {
  return {
    state: problem !== null ? 'tampered' : isBehind(amounts, now) ? 'behind' : 'intact',
    entries: amounts.chained,
    waiting: amounts.waiting,
    checked,
    checkpoints: testimony.statements.filter(({ kind }) => kind === 'checkpoint').length,
    restarts: testimony.restarts,
    proven_until: provenUntil(testimony, problem),
    first_bad: problem,
    checked_at: now.toISOString(),
  }
}

function isBehind({ waiting_since }: Amounts, now: Date): boolean {
  return waiting_since !== null && now.getTime() - Date.parse(waiting_since) > BEHIND_MS
}

// The time of the last checkpoint before whatever is wrong.
function provenUntil({ statements }: Testimony, problem: Problem | null): string | null {
  const end = problem?.position ?? Number.POSITIVE_INFINITY
  return statements.findLast(({ kind, position }) => kind === 'checkpoint' && position < end)?.at ?? null
}
