import type { ReactNode } from 'react'

/** A key or a few, as they stand on a keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-sm border border-line bg-well px-1 font-sans text-2xs text-ink-subtle">
      {children}
    </kbd>
  )
}
