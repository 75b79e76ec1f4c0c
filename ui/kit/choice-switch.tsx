import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type SwitchChoice = { value: string; label: string; content?: ReactNode; lang?: string }

/**
 * A few choices side by side, each a submit button of the form around it: one press, no script needed.
 * The theme switch and the language switch are made of it.
 */
export function ChoiceSwitch({
  name,
  label,
  choices,
  current,
  onChoose,
}: {
  name: string
  label: string
  choices: SwitchChoice[]
  current: string
  /** For apps without a form: called instead of submitting. */
  onChoose?: (value: string) => void
}) {
  return (
    <div
      role="group"
      aria-label={label}
      className="inline-flex max-w-full flex-wrap rounded-md border border-line bg-surface p-0.5"
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type={onChoose ? 'button' : 'submit'}
          name={name}
          value={choice.value}
          lang={choice.lang}
          aria-label={choice.content ? choice.label : undefined}
          title={choice.content ? choice.label : undefined}
          aria-pressed={choice.value === current}
          onClick={onChoose ? () => onChoose(choice.value) : undefined}
          className={cx(
            'inline-flex min-h-7 min-w-7 items-center justify-center gap-1.5 rounded-sm px-2 text-xs font-medium transition-colors',
            choice.value === current ? 'bg-well text-ink' : 'text-ink-subtle hover:text-ink',
          )}
        >
          {choice.content ?? choice.label}
        </button>
      ))}
    </div>
  )
}
