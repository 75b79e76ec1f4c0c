import { attackChecks } from './attack-checks.ts'
import type { Check } from './check.ts'
import { keyChecks } from './key-checks.ts'
import { peopleChecks } from './people-checks.ts'
import { powerChecks } from './power-checks.ts'
import { settingChecks } from './setting-checks.ts'
import { trailChecks } from './trail-checks.ts'

/** Everything that is looked at, by name. */
export const checks = {
  ...peopleChecks,
  ...attackChecks,
  ...keyChecks,
  ...powerChecks,
  ...trailChecks,
  ...settingChecks,
} as const

export type CheckName = keyof typeof checks

/** What a check counts. */
export type FiguresOf<K extends CheckName> = (typeof checks)[K] extends Check<infer Figures> ? Figures : never

export const checkNames = Object.keys(checks) as CheckName[]
