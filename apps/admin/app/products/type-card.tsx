import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import type { TypeAttribute } from '../product-types/types.ts'
import { typesQuery } from '../product-types/types-query.ts'
import { rowKey, type AttributeType, type DraftAttribute } from './draft.ts'
import type { Editing } from './use-draft.ts'

const typeOf: Record<TypeAttribute['kind'], AttributeType> = {
  text: 'text',
  choice: 'text',
  number: 'number',
  boolean: 'flag',
}

/** Rows for the attributes that the type names and the draft does not have yet. */
function missingRows(type: readonly TypeAttribute[], there: readonly DraftAttribute[]): DraftAttribute[] {
  const names = new Set(there.map(({ name }) => name.trim().toLowerCase()))
  return type
    .filter(({ name }) => !names.has(name.toLowerCase()))
    .map(({ name, kind, choices }) => ({
      key: rowKey(),
      name,
      type: typeOf[kind],
      value: kind === 'boolean' ? 'false' : (choices[0] ?? ''),
    }))
}

/** What kind of product it is, and which attributes that asks for. A shop without types is not asked. */
export function TypeCard({ editing: { draft, change, errorAt } }: { editing: Editing }) {
  const { t } = useTranslation()
  const types = useQuery(typesQuery)
  const items = types.data?.items ?? []
  if (items.length === 0 && draft.type_id === '') return null
  const type = items.find(({ id }) => id === draft.type_id)
  const missing = missingRows(type?.attributes ?? [], draft.attributes)
  return (
    <Card title={t('productTypes.type')}>
      <div className="flex flex-col gap-3">
        <SelectField
          label={t('productTypes.type')}
          labelHidden
          value={draft.type_id}
          error={errorAt('type_id')}
          onChange={(event) => change({ type_id: event.target.value })}
        >
          <option value="">{t('productTypes.none')}</option>
          {items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {type && type.attributes.length > 0 ? (
          <div className="text-control-sm text-ink-muted">
            <p className="pb-1">{t('productTypes.asksFor')}</p>
            <ul className="list-disc space-y-0.5 pl-4">
              {type.attributes.map(({ key, name, kind, unit, required, choices }) => (
                <li key={key}>
                  {name}: {t(`productTypes.kinds.${kind}`)}
                  {unit ? ` (${unit})` : null}
                  {choices.length > 0 ? ` (${choices.join(', ')})` : null}
                  {required ? `, ${t('productTypes.required').toLowerCase()}` : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {missing.length > 0 ? (
          <Button
            size="sm"
            className="self-start"
            onClick={() => change({ attributes: [...draft.attributes, ...missing] })}
          >
            {t('productTypes.fill')}
          </Button>
        ) : null}
      </div>
    </Card>
  )
}
