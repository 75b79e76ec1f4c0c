import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { rowKey, type AttributeType, type DraftAttribute } from './draft.ts'
import type { Editing } from './use-draft.ts'

const types: AttributeType[] = ['text', 'number', 'flag']

/** Typed facts about the product, by which shoppers filter. */
export function AttributesCard({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const { draft, change } = editing
  return (
    <Card
      title={t('catalog.attributes')}
      action={
        <Button
          size="sm"
          variant="ghost"
          className="-mr-2"
          onClick={() =>
            change({
              attributes: [...draft.attributes, { key: rowKey(), name: '', type: 'text', value: '' }],
            })
          }
        >
          <Icon icon={Plus} size="sm" />
          {t('catalog.addAttribute')}
        </Button>
      }
    >
      {draft.attributes.length === 0 ? (
        <p className="text-control-sm text-ink-subtle">{t('catalog.attributesHint')}</p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {draft.attributes.map((attribute, index) => (
          <AttributeRow key={attribute.key} attribute={attribute} index={index} editing={editing} />
        ))}
      </ul>
    </Card>
  )
}

function AttributeRow({
  attribute,
  index,
  editing,
}: {
  attribute: DraftAttribute
  index: number
  editing: Editing
}) {
  const { t } = useTranslation()
  const { draft, change, errorAt } = editing
  const set = (part: Partial<DraftAttribute>) =>
    change({ attributes: draft.attributes.with(index, { ...attribute, ...part }) })
  const valueError = errorAt(`attributes.${index}.value`)
  return (
    <li className="quiet-fields grid grid-cols-[minmax(0,1fr)_7.5rem_auto] items-start gap-2 sm:grid-cols-[12rem_7.5rem_minmax(0,1fr)_auto]">
      <TextField
        label={t('catalog.attributeName')}
        labelHidden
        placeholder={t('catalog.attributeName')}
        maxLength={80}
        value={attribute.name}
        error={errorAt(`attributes.${index}.name`)}
        onChange={(event) => set({ name: event.target.value })}
      />
      <SelectField
        label={t('catalog.attributeType')}
        labelHidden
        value={attribute.type}
        onChange={(event) => {
          const type = event.target.value as AttributeType
          set({ type, value: type === 'flag' ? 'true' : attribute.type === 'flag' ? '' : attribute.value })
        }}
      >
        {types.map((type) => (
          <option key={type} value={type}>
            {t(`catalog.types.${type}`)}
          </option>
        ))}
      </SelectField>
      <div className="order-last col-span-full sm:order-none sm:col-span-1">
        {attribute.type === 'flag' ? (
          <SelectField
            label={t('catalog.attributeValue')}
            labelHidden
            value={attribute.value}
            onChange={(event) => set({ value: event.target.value })}
          >
            <option value="true">{t('common.yes')}</option>
            <option value="false">{t('common.no')}</option>
          </SelectField>
        ) : (
          <TextField
            label={t('catalog.attributeValue')}
            labelHidden
            placeholder={t('catalog.attributeValue')}
            maxLength={500}
            inputMode={attribute.type === 'number' ? 'decimal' : 'text'}
            value={attribute.value}
            error={valueError}
            onChange={(event) => set({ value: event.target.value })}
          />
        )}
      </div>
      <IconButton
        icon={Trash2}
        label={t('catalog.removeAttribute')}
        className="text-ink-subtle"
        onClick={() => change({ attributes: draft.attributes.toSpliced(index, 1) })}
      />
    </li>
  )
}
