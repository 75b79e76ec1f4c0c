import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { locationsQuery } from './locations-query.ts'

/** Chooses one of the open locations. */
export function LocationSelect({
  label,
  labelHidden,
  any,
  value,
  error,
  onChoose,
}: {
  label: string
  labelHidden?: boolean
  /** The text of the choice that is no location. */
  any?: string
  value: string
  error?: string | undefined
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation()
  const locations = useQuery(locationsQuery)
  return (
    <SelectField
      label={label}
      {...(labelHidden ? { labelHidden } : {})}
      error={error}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {any === undefined ? null : <option value="">{any}</option>}
      {locations.data?.items.map((location) => (
        <option key={location.id} value={location.id}>
          {location.is_main ? `${location.name} (${t('warehouse.main')})` : location.name}
        </option>
      ))}
    </SelectField>
  )
}
