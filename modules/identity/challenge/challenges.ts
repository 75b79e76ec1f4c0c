import type { Db } from '@rampart/platform/db/db.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import { after } from '../domain/lifetimes.ts'
import { noteOutage, outageUntil, useChallenge } from '../store/used-challenges.ts'
import type { AltchaChallenge, ProofOfWork } from './proof-of-work.ts'
import { type Recaptcha, RECAPTCHA_ACTION } from './recaptcha.ts'

const OUTAGE_MS = 60_000
// Whoever was given a challenge at the end of an outage has its five minutes to solve it.
const AFTER_OUTAGE_MS = 5 * 60_000

/** What a page is asked to do before it may go on. */
export type Task =
  | ({ readonly kind: 'proof_of_work' } & AltchaChallenge)
  | { readonly kind: 'recaptcha'; readonly site_key: string; readonly action: string }

/** Tells programs from people, or at least makes programs pay. */
export type Challenges = {
  task(now: Date): Promise<Task>
  /** Whether this answers a challenge; each answer is good once. */
  passes(response: string, now: Date): Promise<boolean>
}

type Parts = {
  readonly db: Db
  readonly log: Log
  readonly proofOfWork: ProofOfWork
  /** null: the proof of work alone. */
  readonly recaptcha: Recaptcha | null
}

/**
 * The proof of work, or reCAPTCHA where it is set up. While Google cannot be reached, which is noted for all
 * processes, the proof of work is asked for and taken in its place: nobody passes without either.
 */
export function challenges({ db, log, proofOfWork, recaptcha }: Parts): Challenges {
  async function takesWork(now: Date, graceMs: number): Promise<boolean> {
    if (recaptcha === null) return true
    const until = await outageUntil(db)
    return until !== null && after(until, graceMs) > now
  }

  async function passesWork(response: string, now: Date): Promise<boolean> {
    const solved = await proofOfWork.read(response, now)
    if (solved === null || !(await takesWork(now, AFTER_OUTAGE_MS))) return false
    return useChallenge(db, solved.hash, solved.expiresAt)
  }

  return {
    async task(now) {
      if (recaptcha !== null && !(await takesWork(now, 0))) {
        return { kind: 'recaptcha', site_key: recaptcha.siteKey, action: RECAPTCHA_ACTION }
      }
      return { kind: 'proof_of_work', ...(await proofOfWork.make(now)) }
    },
    async passes(response, now) {
      if (await passesWork(response, now)) return true
      if (recaptcha === null || (await takesWork(now, 0))) return false
      const outcome = await recaptcha.verify(response)
      if (outcome === 'unreachable') {
        log.warn('reCAPTCHA cannot be reached; a proof of work is asked for instead')
        await noteOutage(db, after(now, OUTAGE_MS))
      }
      return outcome === 'passed'
    },
  }
}
