import { Search } from 'lucide-react'
import type { InputHTMLAttributes, Ref } from 'react'
import { cx } from './cx.ts'
import { controlStyle } from './field.tsx'
import { Icon } from './icon.tsx'

/** A line to search in; its label is for screen readers only. */
export function SearchField({
  label,
  className,
  ...input
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'aria-label'> & {
  label: string
  ref?: Ref<HTMLInputElement>
}) {
  return (
    <span className={cx('relative flex', className)}>
      <Icon
        icon={Search}
        size="sm"
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-subtle"
      />
      <input
        placeholder={label}
        {...input}
        type="search"
        aria-label={label}
        className={cx(controlStyle, 'min-h-control pr-2 pl-8')}
      />
    </span>
  )
}
