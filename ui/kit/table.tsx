import type { HTMLAttributes, ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react'
import { cx } from './cx.ts'

/** A table that scrolls sideways by itself, keyboard included; `caption` names it for screen readers. */
export function Table({
  caption,
  children,
  className,
}: {
  caption: string
  children: ReactNode
  className?: string
}) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className={cx('relative overflow-x-auto', className)}
    >
      <table className="w-full border-collapse text-left text-control-sm">
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

/** The heading row's cell. */
export function HeadCell({
  end,
  className,
  ...rest
}: ThHTMLAttributes<HTMLTableCellElement> & { end?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        'border-b border-line px-cell-x py-2 text-xs font-medium whitespace-nowrap text-ink-subtle',
        end && 'text-right',
        className,
      )}
    />
  )
}

/** A row; give `interactive` where the row as a whole leads somewhere. */
export function Row({
  interactive,
  className,
  ...rest
}: HTMLAttributes<HTMLTableRowElement> & { interactive?: boolean }) {
  return (
    <tr
      {...rest}
      className={cx(
        'border-b border-line last:border-0',
        interactive && 'transition-colors hover:bg-hover',
        className,
      )}
    />
  )
}

/** A cell. `end` aligns figures to the right. */
export function Cell({
  end,
  className,
  ...rest
}: TdHTMLAttributes<HTMLTableCellElement> & { end?: boolean }) {
  return (
    <td
      {...rest}
      className={cx('px-cell-x py-cell-y align-middle', end && 'figures text-right', className)}
    />
  )
}
