import { type RefObject, useRef } from 'react'
import { cx } from '@rampart/kit/cx.ts'
import { controlStyle, Field, useFieldIds, type FieldTexts } from '@rampart/kit/field.tsx'

const text = 'font-mono text-xs/5'

/** A plain editor for code: numbered lines, no wrapping. Tab leaves it, as it leaves every other field. */
export function CodeEditor({
  value,
  onChange,
  readOnly,
  marked = [],
  field,
  rows = 12,
  maxLength,
  ...texts
}: FieldTexts & {
  value: string
  onChange?: (value: string) => void
  readOnly?: boolean
  /** Lines that something is wrong with, from 1. */
  marked?: readonly number[]
  /** The field itself, for whoever leads to a place in it. */
  field?: RefObject<HTMLTextAreaElement | null>
  rows?: number
  maxLength?: number
}) {
  const { id, control } = useFieldIds(texts)
  const gutter = useRef<HTMLDivElement>(null)
  const bands = useRef<HTMLDivElement>(null)
  const lines = value.split('\n').length
  const numbers = Array.from({ length: lines }, (_, index) => index + 1)
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
          {numbers.map((number) => (
            <div
              key={number}
              className={cx(
                'px-2',
                marked.includes(number) && 'bg-danger-fill font-semibold text-danger-ink',
              )}
            >
              {number}
            </div>
          ))}
        </div>
        <div className="relative flex min-w-0 flex-1">
          <div
            ref={bands}
            aria-hidden="true"
            className="pointer-events-none absolute inset-0 overflow-hidden py-2"
          >
            {numbers.map((number) => (
              <div key={number} className={cx('h-5', marked.includes(number) && 'bg-danger-soft')} />
            ))}
          </div>
          <textarea
            {...control}
            ref={field}
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
              for (const { current } of [gutter, bands])
                if (current) current.scrollTop = event.currentTarget.scrollTop
            }}
            className={cx(
              text,
              'relative min-w-0 flex-1 resize-none bg-transparent px-3 py-2 text-ink outline-none!',
            )}
          />
        </div>
      </div>
    </Field>
  )
}
