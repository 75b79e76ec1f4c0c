import { useEffect, useState } from 'react'
import { fetchSuggestions, MIN_LETTERS, type Suggestions } from '../catalog/suggestions.ts'

/** How long somebody must have paused typing, in milliseconds, before the shop is asked. */
const PAUSE = 150

/**
 * What may be meant by what is typed. While the next answer is on its way the last one stays; a question that is no
 * longer wanted is called off. Null: nothing to suggest.
 */
export function useSuggestions(typed: string): Suggestions | null {
  const [found, setFound] = useState<Suggestions | null>(null)
  const q = typed.trim()
  const enough = q.length >= MIN_LETTERS
  useEffect(() => {
    if (!enough) return
    const asking = new AbortController()
    const timer = setTimeout(() => {
      fetchSuggestions(q, asking.signal).then(setFound, () => {
        // A shop that cannot suggest can still be searched.
        if (!asking.signal.aborted) setFound(null)
      })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [q, enough])
  return enough ? found : null
}
