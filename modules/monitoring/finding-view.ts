import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Monitoring } from '@rampart/contracts/monitoring.ts'
import { type CheckName, checks } from './domain/checks.ts'
import type { Outcome } from './domain/score.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'
import type { Words } from './words/words.ts'

type Finding = OutputOf<Monitoring, 'securityHealth'>['findings'][number]

const languages: Readonly<Record<'en' | 'de', Words>> = { en, de }

/** The words of any check, for figures whose kind is known to be its own. */
type AnyWords = {
  readonly title: string
  readonly found: (figures: unknown, state: Outcome['state']) => string
  readonly advice: (figures: unknown, state: Outcome['state']) => string
}

/** Says an outcome in words. */
export function findingView(
  { check, state, figures, points, weight }: Outcome,
  language: 'en' | 'de',
): Finding {
  const { title, found, advice } = wordsOf(languages[language], check)
  const { where } = checks[check]
  const { unknown } = languages[language]
  const said =
    state === 'unknown'
      ? { found: unknown.found, advice: unknown.advice, where: null }
      : {
          found: found(figures, state),
          advice: state === 'good' ? null : advice(figures, state),
          where: state === 'good' ? null : where,
        }
  return { check, title, state, ...said, points, weight }
}

function wordsOf(words: Words, check: CheckName): AnyWords {
  return words.checks[check] as unknown as AnyWords
}
