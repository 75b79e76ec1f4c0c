import { cx } from './cx.ts'

/** A quiet block where something is about to be; the container says `aria-busy`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('block animate-pulse rounded-sm bg-well', className ?? 'h-4 w-full')}
    />
  )
}
