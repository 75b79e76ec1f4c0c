import { cx } from '@rampart/kit/cx.ts'
import { controlStyle } from '@rampart/kit/field.tsx'

/** A day as a filter, in one line with its label: 'From 21.11.2026'. */
export function DateField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | undefined
  onChange: (value: string) => void
}) {
  return (
    <label className="flex min-w-0 flex-1 flex-col gap-1 text-control-sm text-ink-subtle sm:flex-none sm:flex-row sm:items-center sm:gap-2">
      <span className="whitespace-nowrap">{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
        className={cx(controlStyle, 'min-h-control px-2 sm:w-auto!')}
      />
    </label>
  )
}
