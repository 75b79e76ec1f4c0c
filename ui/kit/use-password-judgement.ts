import { useEffect, useState } from 'react'
import type { Judgement } from './password-judge.ts'

const PAUSE_MS = 200

/** What is to be said of the password that is typed; null before anything is, and where the words cannot be loaded. */
export function usePasswordJudgement(password: string, ownWords: readonly string[]): Judgement | null {
  const [judged, setJudged] = useState<Judgement | null>(null)
  const words = ownWords.join('\n')
  useEffect(() => {
    let left = false
    const timer = setTimeout(() => {
      if (password === '') return setJudged(null)
      import('./password-judge.ts')
        .then(({ judgePassword }) => {
          if (!left) setJudged(judgePassword(password, words.split('\n')))
        })
        .catch(() => undefined)
    }, PAUSE_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [password, words])
  return password === '' ? null : judged
}
