import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import type { TypeAttribute } from './types.ts'

const kinds = ['text', 'number', 'boolean', 'choice'] as const

/** An attribute as it is typed; choices between commas. `row` never leaves the page. */
export type DraftAttribute = Omit<TypeAttribute, 'key' | 'choices'> & { row: string; choices: string }

/** One attribute of a product type. */
export function TypeAttributeRow({
  attribute,
  onChange,
  onRemove,
}: {
  attribute: DraftAttribute
  onChange: (part: Partial<DraftAttribute>) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-3">
      <div className="flex items-end gap-2">
        <TextField
          label={t('productTypes.attributeName')}
          required
          maxLength={80}
          className="min-w-0 flex-1"
          value={attribute.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <SelectField
          label={t('productTypes.kind')}
          className="w-36"
          value={attribute.kind}
          onChange={(event) =>
            onChange({ kind: kinds.find((kind) => kind === event.target.value) ?? 'text' })
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`productTypes.kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <IconButton
          icon={Trash2}
          label={t('productTypes.removeAttribute', { name: attribute.name })}
          onClick={onRemove}
        />
      </div>
      {attribute.kind === 'number' ? (
        <TextField
          label={t('productTypes.unit')}
          optional={t('common.optional')}
          maxLength={20}
          value={attribute.unit}
          onChange={(event) => onChange({ unit: event.target.value })}
        />
      ) : null}
      {attribute.kind === 'choice' ? (
        <TextField
          label={t('productTypes.choices')}
          required
          value={attribute.choices}
          onChange={(event) => onChange({ choices: event.target.value })}
        />
      ) : null}
      <Checkbox
        label={t('productTypes.required')}
        checked={attribute.required}
        onChange={(event) => onChange({ required: event.target.checked })}
      />
    </div>
  )
}
