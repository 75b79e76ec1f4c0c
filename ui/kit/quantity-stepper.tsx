import { Minus, Plus, type LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { Icon } from './icon.tsx'
import { useHydrated } from './use-hydrated.ts'

function Step({ icon, label, onStep }: { icon: LucideIcon; label: string; onStep: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onStep}
      className="flex w-9 items-center justify-center text-ink-muted transition-colors hover:bg-hover hover:text-ink"
    >
      <Icon icon={icon} size="sm" />
    </button>
  )
}

/**
 * A number field; once script runs it gains a minus and a plus.
 * In a form it is one ordinary input. `onCommit` is called when a person settles on a number,
 * with the form around the field.
 */
export function QuantityStepper({
  name,
  label,
  defaultValue = 1,
  min = 1,
  max = 99,
  labels,
  onCommit,
}: {
  name: string
  label: string
  defaultValue?: number
  min?: number
  max?: number
  labels: { less: string; more: string }
  onCommit?: (value: number, form: HTMLFormElement | null) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const hydrated = useHydrated()
  const settle = (wanted: number) => {
    const next = Math.min(max, Math.max(min, Number.isInteger(wanted) ? wanted : min))
    if (input.current) input.current.value = String(next)
    onCommit?.(next, input.current?.form ?? null)
  }
  const by = (amount: number) => settle(Number(input.current?.value ?? defaultValue) + amount)
  return (
    <span className="inline-flex h-control items-stretch overflow-clip rounded-md border border-line-strong bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      {hydrated ? <Step icon={Minus} label={labels.less} onStep={() => by(-1)} /> : null}
      <input
        ref={input}
        type="number"
        inputMode="numeric"
        name={name}
        aria-label={label}
        defaultValue={defaultValue}
        min={min}
        max={max}
        required
        onBlur={
          onCommit
            ? (event) => Number(event.target.value) !== defaultValue && settle(Number(event.target.value))
            : undefined
        }
        className="figures w-12 bg-transparent text-center text-control outline-none! [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none"
      />
      {hydrated ? <Step icon={Plus} label={labels.more} onStep={() => by(1)} /> : null}
    </span>
  )
}
