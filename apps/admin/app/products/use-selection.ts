import { useState } from 'react'

export type Selection = {
  readonly ids: readonly string[]
  has: (id: string) => boolean
  set: (ids: readonly string[], selected: boolean) => void
  clear: () => void
}

/** Rows that were ticked; they stay so while pages are turned. */
export function useSelection(): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  return {
    ids: [...selected],
    has: (id) => selected.has(id),
    set: (ids, on) =>
      setSelected((before) => {
        const after = new Set(before)
        for (const id of ids) {
          if (on) after.add(id)
          else after.delete(id)
        }
        return after
      }),
    clear: () => setSelected(new Set()),
  }
}
