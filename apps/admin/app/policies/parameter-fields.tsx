import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { CountriesField } from '../form/countries-field.tsx'
import { PriceField } from '../form/price-field.tsx'
import { HoursField } from './hours-field.tsx'
import type { Notation, TypedParameters } from './parameters.ts'
import type { TemplateParameter } from './policies-query.ts'
import { useTemplateWords } from './use-template-words.ts'

/** What a template needs to be told, each in a field of its kind. */
export function ParameterFields({
  parameters,
  typed,
  wrong,
  notation,
  readOnly,
  onChange,
}: {
  parameters: readonly TemplateParameter[]
  typed: TypedParameters
  /** Names of the fields that do not read. */
  wrong: readonly string[]
  notation: Notation
  readOnly: boolean
  onChange: (typed: TypedParameters) => void
}) {
  const { t } = useTranslation()
  const words = useTemplateWords()
  return parameters.map((parameter) => {
    const { name, kind, default: standard } = parameter
    const title = words.parameter(parameter)
    const value = typed[name] ?? ''
    const error = wrong.includes(name) ? t(`policies.wrong.${kind}`) : undefined
    const set = (next: string) => onChange({ ...typed, [name]: next })
    if (kind === 'money')
      return (
        <PriceField
          key={name}
          label={title}
          currency={notation.currency}
          value={value}
          error={error}
          onChange={readOnly ? () => undefined : set}
        />
      )
    if (kind === 'hours')
      return <HoursField key={name} label={title} value={value} readOnly={readOnly} onChange={set} />
    if (kind === 'countries')
      return (
        <CountriesField
          key={name}
          label={title}
          hint={t('policies.countriesHint')}
          addLabel={t('policies.addCountry')}
          removeLabel={(country) => t('policies.removeCountry', { country })}
          value={value.split('\n').filter((code) => code !== '')}
          error={error}
          onChange={(codes) => set(codes.join('\n'))}
        />
      )
    if (kind === 'networks' || Array.isArray(standard))
      return (
        <TextArea
          key={name}
          label={title}
          hint={t('policies.linesHint')}
          rows={3}
          maxLength={3_000}
          spellCheck={false}
          readOnly={readOnly}
          value={value}
          error={error}
          onChange={(event) => set(event.target.value)}
        />
      )
    return (
      <TextField
        key={name}
        label={title}
        maxLength={200}
        inputMode={typeof standard === 'number' ? 'numeric' : undefined}
        readOnly={readOnly}
        value={value}
        error={error}
        onChange={(event) => set(event.target.value)}
      />
    )
  })
}
