import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { OauthDeps } from './deps.ts'
import { pruneArtefacts } from './store/artefacts.ts'
import { pruneConsents } from './store/consents.ts'
import { pruneGrants } from './store/grants.ts'

/** Removes what is over. */
export const cleanUp =
  (deps: OauthDeps) =>
  async (context: JobContext): Promise<void> => {
    const now = context.now()
    await pruneArtefacts(deps.db, now)
    await pruneConsents(deps.db, now)
    await pruneGrants(deps.db, now)
  }
