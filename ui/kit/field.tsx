import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'

export type FieldTexts = {
  label: ReactNode
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean | undefined
  hint?: ReactNode
  error?: ReactNode
  /** Said beside the label when the field may stay empty, for example '(optional)'. */
  optional?: ReactNode
  className?: string | undefined
}

/** The ids and attributes that tie a control to its hint and error. */
export function useFieldIds(texts: FieldTexts, id?: string) {
  const own = useId()
  const base = id ?? own
  const described = [texts.hint ? `${base}-hint` : '', texts.error ? `${base}-error` : '']
    .filter(Boolean)
    .join(' ')
  return {
    id: base,
    control: {
      id: base,
      'aria-describedby': described || undefined,
      'aria-invalid': texts.error ? (true as const) : undefined,
    },
  }
}

/** Label, hint and error around one control. */
export function Field({ texts, id, children }: { texts: FieldTexts; id: string; children: ReactNode }) {
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', texts.className)}>
      <label
        htmlFor={id}
        className={cx('text-control-sm font-medium text-ink', texts.labelHidden && 'visually-hidden')}
      >
        {texts.label}
        {texts.optional ? <span className="ml-1 font-normal text-ink-subtle">{texts.optional}</span> : null}
      </label>
      {children}
      {texts.hint ? (
        <p id={`${id}-hint`} className="text-control-sm text-ink-subtle">
          {texts.hint}
        </p>
      ) : null}
      {texts.error ? (
        <p id={`${id}-error`} className="text-control-sm font-medium text-danger">
          {texts.error}
        </p>
      ) : null}
    </div>
  )
}

/** The look of a box one types or chooses in. */
export const controlStyle =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface text-control text-ink transition-[border-color,box-shadow] ' +
  'hover:border-ink-muted aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-well disabled:text-ink-subtle'
