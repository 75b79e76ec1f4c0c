import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'

/** Something that is seldom looked at, folded away: a chevron to open it by, and how much there is. */
export function Fold({
  title,
  count,
  className,
  summaryClassName,
  children,
}: {
  title: string
  /** As it is written for the reader. */
  count: string
  className?: string
  summaryClassName?: string
  children: ReactNode
}) {
  return (
    <details className={cx('group', className)}>
      <summary
        className={cx(
          'flex items-center gap-2 text-control-sm font-medium text-ink-muted hover:text-ink',
          summaryClassName,
        )}
      >
        <Icon
          icon={ChevronRight}
          size="sm"
          className="text-ink-subtle transition-transform group-open:rotate-90"
        />
        {title}
        <span className="figures font-normal text-ink-subtle">{count}</span>
      </summary>
      {children}
    </details>
  )
}
