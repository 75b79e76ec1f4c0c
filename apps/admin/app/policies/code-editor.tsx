import { useRef } from 'react'
import { cx } from '@rampart/kit/cx.ts'
import { controlStyle, Field, useFieldIds, type FieldTexts } from '@rampart/kit/field.tsx'

const text = 'font-mono text-xs/5'

/** A plain editor for code: numbered lines, no wrapping. Tab leaves it, as it leaves every other field. */
export function CodeEditor({
  value,
  onChange,
  readOnly,
  marked = [],
  rows = 12,
  maxLength,
  ...texts
}: FieldTexts & {
  value: string
  onChange?: (value: string) => void
  readOnly?: boolean
  /** Lines that something is wrong with, from 1. */
  marked?: readonly number[]
  rows?: number
  maxLength?: number
}) {
  const { id, control } = useFieldIds(texts)
  const gutter = useRef<HTMLDivElement>(null)
  const lines = value.split('\n').length
  return (
    <Field texts={texts} id={id}>
      <div
        className={cx(
          controlStyle,
          'flex overflow-clip p-0 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus',
        )}
      >
        <div
          ref={gutter}
          aria-hidden="true"
          className={cx(text, 'shrink-0 overflow-hidden bg-well py-2 text-right text-ink-subtle select-none')}
        >
          {Array.from({ length: lines }, (_, index) => (
            <div
              key={index}
              className={cx('px-2', marked.includes(index + 1) && 'bg-danger-soft font-semibold text-danger')}
            >
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          {...control}
          rows={Math.max(rows, Math.min(lines, 30))}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          readOnly={readOnly}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange?.(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
          }}
          className={cx(text, 'min-w-0 flex-1 resize-none bg-transparent px-3 py-2 text-ink outline-none!')}
        />
      </div>
    </Field>
  )
}
