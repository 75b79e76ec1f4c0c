import { SelectField } from '@rampart/kit/select-field.tsx'
import { useTranslation } from 'react-i18next'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** A stretch of the day, from one full hour to another, in UTC. The value is both, one a line. */
export function HoursField({
  label,
  value,
  readOnly,
  onChange,
}: {
  label: string
  value: string
  readOnly: boolean
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  const [from = '0', to = '0'] = value.split('\n')
  const select = (name: string, chosen: string, set: (hour: string) => void) => (
    <SelectField
      label={name}
      disabled={readOnly}
      value={chosen}
      onChange={(event) => set(event.target.value)}
    >
      {hours.map((hour) => (
        <option key={hour} value={hour}>
          {`${String(hour).padStart(2, '0')}:00`}
        </option>
      ))}
    </SelectField>
  )
  return (
    <fieldset>
      <legend className="mb-2 text-control-sm font-medium">{label}</legend>
      <div className="grid grid-cols-2 gap-4 sm:max-w-xs">
        {select(t('policies.from'), from, (hour) => onChange(`${hour}\n${to}`))}
        {select(t('policies.to'), to, (hour) => onChange(`${from}\n${hour}`))}
      </div>
    </fieldset>
  )
}
