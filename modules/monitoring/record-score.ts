import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import { collectFacts } from './collect-facts.ts'
import type { MonitoringDeps } from './deps.ts'
import { judge, scoreOf } from './domain/score.ts'
import { HISTORY_DAYS } from './security-health.ts'
import { keepScore, pruneScores } from './store/scores.ts'

/** Keeps the score of the day. */
export const recordScore =
  (deps: MonitoringDeps) =>
  async (context: JobContext): Promise<void> => {
    const now = context.now()
    const { score } = scoreOf(judge(await collectFacts(deps, context.call, now)))
    await keepScore(deps.db, now, score)
    await pruneScores(deps.db, HISTORY_DAYS, now)
  }
