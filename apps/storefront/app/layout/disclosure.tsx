import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '@rampart/kit/icon.tsx'

/** A fold with a heading that reads as one. */
export function Disclosure({
  title,
  open,
  children,
}: {
  title: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="group border-b border-line">
      <summary className="flex min-h-14 items-center justify-between gap-4">
        <h2 className="text-base font-medium">{title}</h2>
        <Icon
          icon={ChevronDown}
          size="sm"
          className="text-ink-subtle transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="pb-6 text-ink-muted">{children}</div>
    </details>
  )
}
