import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Monitoring } from '@rampart/contracts/monitoring.ts'
import { collectFacts } from './collect-facts.ts'
import type { MonitoringDeps } from './deps.ts'
import { judge, scoreOf } from './domain/score.ts'
import { findingView } from './finding-view.ts'
import { listScores } from './store/scores.ts'

/** Days of scores that are kept and shown. */
export const HISTORY_DAYS = 90

/** Looks at everything now, and says how it was on the days before. */
export const securityHealth =
  (deps: MonitoringDeps): Handler<Monitoring, 'securityHealth'> =>
  async ({ language }, context) => {
    const now = context.now()
    const outcomes = judge(await collectFacts(deps, context, now))
    const { score, grade } = scoreOf(outcomes)
    return {
      score,
      grade,
      findings: outcomes.map((outcome) => findingView(outcome, language)),
      history: await listScores(deps.db, HISTORY_DAYS, now),
      checked_at: now.toISOString(),
    }
  }
