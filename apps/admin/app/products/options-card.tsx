import { Plus, Trash2, X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { rowKey, type DraftOption } from './draft.ts'
import type { Editing } from './use-draft.ts'
import {
  addValue,
  MAX_VARIANTS,
  missingChoices,
  removeOption,
  removeValue,
  withChoices,
} from './variant-matrix.ts'

/** What shoppers choose between. Every change keeps the list of variants in step. */
export function OptionsCard({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const { draft, change } = editing
  const missing = missingChoices(draft).length
  const full = draft.variants.length >= MAX_VARIANTS
  return (
    <Card
      title={t('catalog.options')}
      action={
        draft.options.length < 3 ? (
          <Button
            size="sm"
            variant="ghost"
            className="-mr-2"
            onClick={() => change({ options: [...draft.options, { key: rowKey(), name: '', values: [] }] })}
          >
            <Icon icon={Plus} size="sm" />
            {t('catalog.addOption')}
          </Button>
        ) : null
      }
    >
      {draft.options.length === 0 ? (
        <p className="text-control-sm text-ink-subtle">{t('catalog.optionsHint')}</p>
      ) : null}
      <div className="flex flex-col gap-4">
        {draft.options.map((option, index) => (
          <OptionRow key={option.key} option={option} index={index} editing={editing} />
        ))}
        {missing > 0 && draft.options.some(({ values }) => values.length > 0) ? (
          <div className="flex flex-wrap items-center gap-3 text-control-sm text-ink-muted">
            {full ? (
              <Notice tone="warning">{t('catalog.maxVariants')}</Notice>
            ) : (
              t('catalog.missing', { count: missing })
            )}
            {full ? null : (
              <Button size="sm" onClick={() => change(withChoices(draft, () => true))}>
                {t('catalog.addMissing')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
    </Card>
  )
}

function OptionRow({ option, index, editing }: { option: DraftOption; index: number; editing: Editing }) {
  const { t } = useTranslation()
  const { draft, change, errorAt } = editing
  const [typed, setTyped] = useState('')
  const take = () => {
    const value = typed.trim()
    if (value === '') return
    change(addValue(draft, option.key, value))
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      take()
    }
    const last = option.values.at(-1)
    if (event.key === 'Backspace' && typed === '' && last !== undefined)
      change(removeValue(draft, option.key, last))
  }
  return (
    <div className="relative grid items-start gap-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
      <TextField
        label={t('catalog.optionName')}
        placeholder={t('catalog.optionNameHint')}
        maxLength={60}
        value={option.name}
        error={errorAt(`options.${index}.name`)}
        onChange={(event) =>
          change({ options: draft.options.with(index, { ...option, name: event.target.value }) })
        }
      />
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${option.key}-values`} className="text-control-sm font-medium">
          {t('catalog.optionValues')}
        </label>
        <div className="flex min-h-control flex-wrap items-center gap-1 rounded-md border border-line-strong bg-surface p-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
          {option.values.map((value) => (
            <span
              key={value}
              className="inline-flex items-center gap-1 rounded-sm bg-well py-0.5 pl-2 text-control-sm"
            >
              {value}
              <button
                type="button"
                aria-label={t('catalog.removeValue', { value })}
                onClick={() => change(removeValue(draft, option.key, value))}
                className="flex size-5 items-center justify-center rounded-sm text-ink-subtle hover:text-ink"
              >
                <Icon icon={X} size="sm" className="size-3!" />
              </button>
            </span>
          ))}
          <input
            id={`${option.key}-values`}
            value={typed}
            maxLength={60}
            placeholder={option.values.length === 0 ? t('catalog.addValue') : ''}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={take}
            className="min-h-6 min-w-24 flex-1 bg-transparent px-1.5 text-control outline-none!"
          />
        </div>
      </div>
      <IconButton
        icon={Trash2}
        label={t('catalog.removeOption')}
        className="absolute! -top-2 right-0 text-ink-subtle sm:static! sm:mt-6.5"
        onClick={() => change(removeOption(draft, option.key))}
      />
    </div>
  )
}
