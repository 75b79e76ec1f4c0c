import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { DateField } from '../form/date-field.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { oneOf, type ListParams } from '../list/use-list-params.ts'
import { actionAreas, actions, subjectTypes } from './actions.ts'
import { filterNames } from './filters.ts'

const taken = [
  { name: 'action_prefix', label: 'audit.onlyPrefix' },
  { name: 'subject_id', label: 'logs.onlySubject' },
  { name: 'actor_id', label: 'logs.onlyActor' },
  { name: 'request_id', label: 'audit.onlyRequest' },
  { name: 'ip', label: 'audit.ip' },
] as const

/** The filters of the audit log. Those by id are set from an entry and can only be taken away here. */
export function AuditFilters({ params }: { params: ListParams }) {
  const { t } = useTranslation()
  const action = params.get('action')
  const subjectType = params.get('subject_type')
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SearchBox params={params} label={t('audit.search')} />
      <SelectField
        label={t('logs.action')}
        labelHidden
        className="w-full sm:w-60"
        value={action ?? ''}
        onChange={(event) => params.set({ action: event.target.value })}
      >
        <option value="">{t('logs.everyAction')}</option>
        {/* A link may ask for an action that this list does not know. */}
        {action !== undefined && oneOf(action, actions) === undefined ? (
          <option value={action}>{action}</option>
        ) : null}
        {actionAreas.map(({ area, actions: inArea }) => (
          <optgroup key={area} label={t(`logs.areas.${area}`)}>
            {inArea.map((name) => (
              <option key={name} value={name}>
                {t(`logs.actions.${name}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <SelectField
        label={t('logs.subjectType')}
        labelHidden
        className="w-full sm:w-52"
        value={subjectType ?? ''}
        onChange={(event) => params.set({ subject_type: event.target.value, subject_id: null })}
      >
        <option value="">{t('logs.everySubject')}</option>
        {subjectType !== undefined && oneOf(subjectType, subjectTypes) === undefined ? (
          <option value={subjectType}>{subjectType}</option>
        ) : null}
        {subjectTypes.map((name) => (
          <option key={name} value={name}>
            {t(`logs.subjects.${name}`)}
          </option>
        ))}
      </SelectField>
      <div className="flex w-full gap-2 sm:w-auto">
        <DateField
          label={t('audit.from')}
          value={params.get('from')}
          onChange={(from) => params.set({ from })}
        />
        <DateField label={t('audit.to')} value={params.get('to')} onChange={(to) => params.set({ to })} />
      </div>
      {taken.map(({ name, label }) => {
        const value = params.get(name)
        return value === undefined ? null : (
          <Taken key={name} name={t(label, { value })} onTake={() => params.set({ [name]: null })} />
        )
      })}
      {filterNames.some((name) => params.get(name) !== undefined) ? (
        <Button
          variant="ghost"
          onClick={() => params.set(Object.fromEntries(filterNames.map((name) => [name, null])))}
        >
          {t('common.clearFilters')}
        </Button>
      ) : null}
    </div>
  )
}

function Taken({ name, onTake }: { name: string; onTake: () => void }) {
  const { t } = useTranslation()
  return (
    <Button aria-label={t('logs.removeFilter', { name })} onClick={onTake}>
      {name}
      <Icon icon={X} size="sm" className="text-ink-subtle" />
    </Button>
  )
}
