import { useState } from 'react'
import type { Draft } from './draft.ts'

/** What the parts of the editor share: the draft, how to change it, and what is wrong at a field. */
export type Editing = {
  draft: Draft
  /** Takes the fields that change, or makes them from the draft as it stands by then. */
  change: (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => void
  errorAt: (path: string) => string | undefined
  currency: string | null
  /** Further currencies that the shop sells in. */
  others: readonly string[]
}

/** The draft as text; stock is adjusted on its own and is nothing to save. */
function written(draft: Draft): string {
  return JSON.stringify(draft, (name, value: unknown) => (name === 'available' ? undefined : value))
}

/** A draft that knows whether it differs from what was saved. */
export function useDraft(start: Draft) {
  const [saved, setSaved] = useState(start)
  const [draft, setDraft] = useState(start)
  const [change] = useState(
    (): Editing['change'] => (part) =>
      setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) })),
  )
  return {
    draft,
    dirty: draft !== saved && written(draft) !== written(saved),
    change,
    discard: () => setDraft(saved),
    /** Starts again from what the server has kept. */
    reset: (next: Draft) => {
      setSaved(next)
      setDraft(next)
    },
  }
}
