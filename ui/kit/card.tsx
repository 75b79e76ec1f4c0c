import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** A bordered surface. With a title it has a heading line, where `action` stands at the end. */
export function Card({
  title,
  action,
  children,
  flush,
  className,
  level = 2,
}: {
  title?: ReactNode
  action?: ReactNode
  children: ReactNode
  /** No inner padding: for a table or a list that reaches the edges. */
  flush?: boolean
  className?: string
  level?: 2 | 3
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={cx('rounded-lg border border-line bg-surface', className)}>
      {title ? (
        <div
          className={cx(
            'flex min-h-control items-center justify-between gap-3 px-5 py-2.5',
            flush && 'border-b border-line',
          )}
        >
          <Heading className="text-control font-semibold">{title}</Heading>
          {action}
        </div>
      ) : null}
      <div className={cx(!flush && 'px-5 pb-5', !flush && !title && 'pt-5')}>{children}</div>
    </section>
  )
}
