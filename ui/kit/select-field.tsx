import { ChevronDown } from 'lucide-react'
import type { Ref, SelectHTMLAttributes } from 'react'
import { cx } from './cx.ts'
import { controlStyle, Field, useFieldIds, type FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'

/** The browser's own select, dressed: works without script and with every assistive technology. */
export function SelectField({
  label,
  labelHidden,
  hint,
  error,
  optional,
  className,
  ...select
}: Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'> &
  FieldTexts & { ref?: Ref<HTMLSelectElement> }) {
  const texts = { label, labelHidden, hint, error, optional, className }
  const { id, control } = useFieldIds(texts, select.id)
  return (
    <Field texts={texts} id={id}>
      <span className="relative flex">
        <select
          {...select}
          {...control}
          className={cx(controlStyle, 'min-h-control appearance-none pr-9 pl-3')}
        />
        <Icon
          icon={ChevronDown}
          size="sm"
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-subtle"
        />
      </span>
    </Field>
  )
}
