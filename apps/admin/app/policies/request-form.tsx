import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useCountries } from '../form/country-field.tsx'
import { PriceField } from '../form/price-field.tsx'
import type { Role } from '../roles/roles-query.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import { factors, type ImaginedRequest, risks } from './imagined-request.ts'
import { OperationSelect } from './operation-select.tsx'
import type { Notation } from './parameters.ts'

/** Who asks for what, from where, and what was proven: the fields of an imagined request. */
export function RequestForm({
  form,
  roles,
  operations,
  notation,
  errorAt,
  onChange,
}: {
  form: ImaginedRequest
  roles: readonly Role[]
  operations: readonly { name: string; summary: string }[]
  notation: Notation
  errorAt: (path: string) => string | undefined
  onChange: (form: ImaginedRequest) => void
}) {
  const { t } = useTranslation()
  const words = useRoleWords()
  const countries = useCountries()
  const set = (part: Partial<ImaginedRequest>) => onChange({ ...form, ...part })
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={t('policies.who')}
        value={form.role}
        onChange={(event) => set({ role: event.target.value })}
      >
        {roles.map((role) => (
          <option key={role.id} value={role.name}>
            {words.title(role.name, role.title)}
          </option>
        ))}
        <option value="">{t('policies.guest')}</option>
      </SelectField>
      <OperationSelect
        operations={operations}
        value={form.operation}
        error={errorAt('request.operation')}
        onChange={(operation) => set({ operation })}
      />
      <PriceField
        label={t('policies.amount')}
        optional={t('common.optional')}
        currency={notation.currency}
        value={form.amount}
        onChange={(amount) => set({ amount })}
      />
      <TextField
        label={t('policies.at')}
        optional={t('common.optional')}
        type="datetime-local"
        value={form.at}
        onChange={(event) => set({ at: event.target.value })}
      />
      <TextField
        label={t('policies.ip')}
        optional={t('common.optional')}
        placeholder="203.0.113.7"
        spellCheck={false}
        maxLength={45}
        value={form.ip}
        error={errorAt('request.context.ip')}
        onChange={(event) => set({ ip: event.target.value })}
      />
      <SelectField
        label={t('policies.country')}
        value={form.country}
        onChange={(event) => set({ country: event.target.value })}
      >
        <option value="">{t('policies.unknown')}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-control-sm font-medium">{t('policies.proven')}</legend>
        {factors.map((factor) => (
          <Checkbox
            key={factor}
            label={t(`policies.factor.${factor}`)}
            checked={form.factors.includes(factor)}
            onChange={(event) =>
              set({
                factors: event.target.checked
                  ? [...form.factors, factor]
                  : form.factors.filter((known) => known !== factor),
              })
            }
          />
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-control-sm font-medium">{t('policies.circumstances')}</legend>
        {(['device_known', 'fresh', 'approved'] as const).map((flag) => (
          <Checkbox
            key={flag}
            label={t(`policies.flag.${flag}`)}
            checked={form[flag]}
            onChange={(event) => set({ [flag]: event.target.checked })}
          />
        ))}
        <SelectField
          label={t('policies.risk')}
          value={form.risk}
          onChange={(event) => set({ risk: risks.find((risk) => risk === event.target.value) ?? '' })}
        >
          <option value="">{t('policies.unknown')}</option>
          {risks.map((risk) => (
            <option key={risk} value={risk}>
              {t(`policies.risks.${risk}`)}
            </option>
          ))}
        </SelectField>
      </fieldset>
    </div>
  )
}
