import type { LucideIcon } from 'lucide-react'
import { cx } from './cx.ts'

/** One stroke weight and two sizes for every icon. With a `label` it is an image, without it decoration. */
export function Icon({
  icon: Drawing,
  size = 'md',
  label,
  className,
}: {
  icon: LucideIcon
  size?: 'sm' | 'md' | 'lg'
  label?: string
  className?: string
}) {
  const box = size === 'sm' ? 'size-4' : size === 'md' ? 'size-[1.125rem]' : 'size-6'
  const meaning = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return <Drawing strokeWidth={1.6} className={cx('shrink-0', box, className)} {...meaning} />
}
