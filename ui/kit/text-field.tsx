import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import { cx } from './cx.ts'
import { controlStyle, Field, useFieldIds, type FieldTexts } from './field.tsx'

export type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'prefix'> &
  FieldTexts & {
    ref?: Ref<HTMLInputElement>
    /** Stands inside the box before the text: a currency sign, a magnifier. */
    lead?: ReactNode
  }

/** A line of text with its label, hint and error. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  optional,
  className,
  lead,
  ...input
}: TextFieldProps) {
  const texts = { label, labelHidden, hint, error, optional, className }
  const { id, control } = useFieldIds(texts, input.id)
  return (
    <Field texts={texts} id={id}>
      <span className="relative flex">
        {lead ? (
          <span className="pointer-events-none absolute inset-y-0 left-0 flex w-9 items-center justify-center text-ink-subtle">
            {lead}
          </span>
        ) : null}
        <input
          {...input}
          {...control}
          className={cx(controlStyle, 'min-h-control px-3 read-only:bg-well', lead ? 'pl-9' : null)}
        />
      </span>
    </Field>
  )
}
