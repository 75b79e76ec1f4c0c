import type { Ref, TextareaHTMLAttributes } from 'react'
import { cx } from './cx.ts'
import { controlStyle, Field, useFieldIds, type FieldTexts } from './field.tsx'

/** Several lines of text with their label, hint and error. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  optional,
  className,
  ...area
}: Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> &
  FieldTexts & { ref?: Ref<HTMLTextAreaElement> }) {
  const texts = { label, labelHidden, hint, error, optional, className }
  const { id, control } = useFieldIds(texts, area.id)
  return (
    <Field texts={texts} id={id}>
      <textarea rows={4} {...area} {...control} className={cx(controlStyle, 'px-3 py-2 read-only:bg-well')} />
    </Field>
  )
}
