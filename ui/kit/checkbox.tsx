import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react'
import { cx } from './cx.ts'

/** A native checkbox with its label; `aside` stands at the far end of the line, for example a count. */
export function Checkbox({
  label,
  hint,
  aside,
  className,
  ...input
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'> & {
  label: ReactNode
  hint?: ReactNode
  aside?: ReactNode
  className?: string
  ref?: Ref<HTMLInputElement>
}) {
  const own = useId()
  const hintId = hint ? `${own}-hint` : undefined
  return (
    <div className={className}>
      <label className={cx('flex items-start gap-2.5 text-control-sm', input.disabled && 'opacity-50')}>
        <input
          {...input}
          type="checkbox"
          aria-describedby={hintId}
          className="mt-[0.1em] size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1">{label}</span>
        {aside ? <span className="figures text-ink-subtle">{aside}</span> : null}
      </label>
      {hint ? (
        <p id={hintId} className="mt-0.5 pl-6.5 text-control-sm text-ink-subtle">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
