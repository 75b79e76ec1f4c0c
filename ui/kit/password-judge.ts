import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'

/** How hard a password is to guess, 0 to 4, and the name of what makes it easy. */
export type Judgement = { readonly score: 0 | 1 | 2 | 3 | 4; readonly warning: string | null }

// A megabyte of words: this file is only ever imported while a new password is typed.
const zxcvbn = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs })

// Longer ones are no easier to guess, and judging them would make typing slow.
const MAX_JUDGED = 80

/** Judges a password; `ownWords` are its owner's name and address, which guessers try first. */
export function judgePassword(password: string, ownWords: readonly string[]): Judgement {
  const parts = ownWords.flatMap((word) => [word, ...word.split(/[\s@.]+/)]).filter((word) => word.length > 2)
  const { score, feedback } = zxcvbn.check(password.slice(0, MAX_JUDGED), parts)
  return { score, warning: feedback.warning }
}
