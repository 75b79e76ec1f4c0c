import { useId, type ReactNode } from 'react'

export type RadioCardOption = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** At the far end: a price, a mark. */
  aside?: ReactNode
  disabled?: boolean
}

/** A choice of one among few, each shown as a card; plain radio buttons underneath. */
export function RadioCards({
  legend,
  legendHidden,
  name,
  options,
  defaultValue,
  error,
  required,
  onChange,
}: {
  legend: ReactNode
  legendHidden?: boolean
  name: string
  options: RadioCardOption[]
  defaultValue?: string | undefined
  error?: ReactNode
  required?: boolean
  onChange?: (value: string) => void
}) {
  const errorId = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={error ? errorId : undefined}>
      <legend className={legendHidden ? 'visually-hidden' : 'mb-2 text-control-sm font-medium'}>
        {legend}
      </legend>
      <div className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex items-center gap-3 px-4 py-3.5 transition-colors hover:bg-hover has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:opacity-50"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              required={required}
              onChange={onChange ? () => onChange(option.value) : undefined}
              className="size-4 shrink-0 accent-accent outline-none!"
            />
            <span className="min-w-0 flex-1">
              <span className="block text-control font-medium">{option.label}</span>
              {option.hint ? (
                <span className="block text-control-sm text-ink-muted">{option.hint}</span>
              ) : null}
            </span>
            {option.aside ? (
              <span className="figures text-control-sm font-medium">{option.aside}</span>
            ) : null}
          </label>
        ))}
      </div>
      {error ? (
        <p id={errorId} className="mt-1.5 text-control-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
