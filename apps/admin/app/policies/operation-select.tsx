import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { useOperationWords } from '../approvals/use-operation-words.ts'
import { useOperationSummary } from '../i18n/use-operation-summary.ts'

/** One operation of the shop, by the part it belongs to. */
export function OperationSelect({
  operations,
  value,
  error,
  onChange,
}: {
  operations: readonly { name: string; summary: string }[]
  value: string
  error?: string | undefined
  onChange: (operation: string) => void
}) {
  const { t } = useTranslation()
  const operationWords = useOperationWords()
  const summaryOf = useOperationSummary()
  const groups = useMemo(
    () =>
      [...Map.groupBy(operations, ({ name }) => name.split('.')[0] ?? '')].sort(([a], [b]) =>
        a.localeCompare(b),
      ),
    [operations],
  )
  const chosen = operations.find(({ name }) => name === value)
  return (
    <SelectField
      label={t('policies.operation')}
      hint={chosen ? operationWords(chosen.name, summaryOf(chosen)) : undefined}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      {groups.map(([contract, items]) => (
        <optgroup key={contract} label={contract}>
          {items.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
