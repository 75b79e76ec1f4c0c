import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { IdentityDeps } from './deps.ts'
import { after, KEEP_DEVICE_MS, KEEP_ENDED_MS, UNVERIFIED_ACCOUNT_MS } from './domain/lifetimes.ts'
import { accountTries } from './domain/try-policies.ts'
import { pruneDevices } from './store/devices.ts'
import { pruneEmailChanges } from './store/email-changes.ts'
import { pruneExternalSignIns } from './store/external-sign-ins.ts'
import { pruneCodes } from './store/mailed-codes.ts'
import { pruneChallenges } from './store/passkey-challenges.ts'
import { prunePendingSignIns } from './store/pending-sign-ins.ts'
import { pruneTokens } from './store/one-time-tokens.ts'
import { pruneSignUps } from './store/sign-ups.ts'
import { pruneSessions } from './store/sessions.ts'
import { pruneThrottle } from './store/throttle-rows.ts'
import { pruneSetups } from './store/totp-setups.ts'
import { pruneUsedChallenges } from './store/used-challenges.ts'
import { pruneUsernames } from './store/usernames.ts'

/** Removes what has no use any more: old sessions, tokens and tries, and sign-ups that were never confirmed. */
export const cleanUp =
  (deps: IdentityDeps) =>
  async (context: JobContext): Promise<void> => {
    const now = context.now()
    await pruneSessions(deps.db, after(now, -KEEP_ENDED_MS))
    await prunePendingSignIns(deps.db, now)
    await pruneCodes(deps.db, now)
    await pruneChallenges(deps.db, now)
    await pruneExternalSignIns(deps.db, now)
    await pruneSetups(deps.db, now)
    await pruneEmailChanges(deps.db, after(now, -KEEP_ENDED_MS))
    await pruneDevices(deps.db, after(now, -KEEP_DEVICE_MS))
    await pruneTokens(deps.db, after(now, -KEEP_ENDED_MS))
    await pruneSignUps(deps.db, after(now, -UNVERIFIED_ACCOUNT_MS))
    await pruneUsernames(deps.db, now)
    await pruneUsedChallenges(deps.db, now)
    await pruneThrottle(deps.db, after(now, -accountTries.forget * 1_000))
  }
