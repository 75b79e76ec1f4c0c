import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { SearchField } from '@rampart/kit/search-field.tsx'
import { useOperationSummary } from '../i18n/use-operation-summary.ts'
import { holds } from '../session/use-me.ts'
import { byResource, toggled } from './holding.ts'
import type { Permission } from './roles-query.ts'
import { useRoleWords } from './use-role-words.ts'

/** How many of the operations that a permission opens are told below it. */
const SAID = 3

type Pick = {
  value: readonly string[]
  onChange: (permissions: string[]) => void
  /** What may be given; the rest is shown, but cannot be chosen. */
  givable: (permission: string) => boolean
  disabled?: boolean | undefined
}

/** Chooses permissions, by what they are about; the wildcard of a resource stands before its single ones. */
export function PermissionPicker({
  legend,
  error,
  permissions,
  ...pick
}: Pick & { legend: string; error?: string | undefined; permissions: readonly Permission[] }) {
  const { t } = useTranslation()
  const words = useRoleWords()
  const summaryOf = useOperationSummary()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const shown = permissions.filter((permission) =>
    [permission.name, words.permission(permission.name), ...permission.operations.map(summaryOf)]
      .join(' ')
      .toLowerCase()
      .includes(wanted),
  )
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="visually-hidden">{legend}</legend>
      <SearchField
        label={t('roles.findPermission')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {error ? <p className="text-control-sm font-medium text-danger">{error}</p> : null}
      {shown.length === 0 ? (
        <p className="text-control-sm text-ink-subtle">{t('roles.noPermission')}</p>
      ) : null}
      {byResource(shown).map(({ resource, items }) => (
        <ResourceGroup key={resource} resource={resource} items={items} {...pick} />
      ))}
    </fieldset>
  )
}

function ResourceGroup({
  resource,
  items,
  value,
  onChange,
  givable,
  disabled,
}: Pick & { resource: string; items: Permission[] }) {
  const { t } = useTranslation()
  const words = useRoleWords()
  const summaryOf = useOperationSummary()
  const wildcard = `${resource}:*`
  const box = (name: string, label: string, hint?: string) => {
    const above = value.some((held) => held !== name && holds([held], name))
    return (
      <Checkbox
        key={name}
        label={
          <>
            <span className="inline-block first-letter:uppercase">{label}</span>{' '}
            <span className="font-mono text-2xs text-ink-subtle">{name}</span>
          </>
        }
        hint={hint}
        checked={above || value.includes(name)}
        disabled={disabled || above || (!givable(name) && !value.includes(name))}
        onChange={(event) => onChange(toggled(value, name, event.target.checked))}
      />
    )
  }
  return (
    <div className="flex flex-col gap-2.5 border-t border-line pt-3">
      <h3 className="text-control-sm font-semibold">{words.resource(resource)}</h3>
      {items.length > 1 || value.includes(wildcard)
        ? box(wildcard, t('roles.everythingAbout', { resource: words.resource(resource) }))
        : null}
      {items.map((permission) =>
        box(
          permission.name,
          words.action(permission.name.split(':')[1] ?? ''),
          permission.custom
            ? permission.description
            : permission.operations.slice(0, SAID).map(summaryOf).join(' '),
        ),
      )}
    </div>
  )
}
