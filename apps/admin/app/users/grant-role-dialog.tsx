import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { essential } from '../roles/holding.ts'
import { rolesQuery, type Standing } from '../roles/roles-query.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import { useTopPriority } from '../roles/use-top-priority.ts'
import { holds, useMe } from '../session/use-me.ts'
import type { UserDetail } from './types.ts'
import { useUserCommand } from './use-user-command.ts'

/** Gives somebody a role beside their own, for good or until a moment. */
export function GrantRoleDialog({
  user,
  standing,
  onClose,
}: {
  user: UserDetail
  standing: Standing
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const words = useRoleWords()
  const failureText = useFailureText()
  const top = useTopPriority()
  const roles = useQuery(rolesQuery)
  const [name, setName] = useState('')
  const [until, setUntil] = useState('')
  const grant = useUserCommand(
    () =>
      api.access.grantRole({
        user_id: user.id,
        role: name,
        ...(until === '' ? {} : { expires_at: new Date(until).toISOString() }),
      }),
    t('roles.granted'),
    onClose,
  )
  const has = [standing.base_role, ...standing.roles.map((role) => role.name)]
  const givable = (roles.data?.items ?? []).filter(
    (role) =>
      role.name !== 'customer' &&
      !has.includes(role.name) &&
      role.priority <= top &&
      role.permissions.every((permission) => holds(me.permissions, permission)),
  )
  const chosen = givable.find((role) => role.name === name)
  const errors = fieldErrorsOf(grant.error, { ACCESS_EXPIRES_IN_PAST: 'expires_at' })
  return (
    <FormDialog
      title={t('roles.grantTitle', { name: user.full_name })}
      description={t('roles.grantText')}
      submitLabel={t('roles.grant')}
      pending={grant.isPending}
      disabled={chosen === undefined}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => grant.mutate()}
      onClose={onClose}
    >
      <SelectField
        label={t('roles.role')}
        hint={
          chosen
            ? chosen.description || essential(chosen.permissions).map(words.permission).join(' · ')
            : givable.length === 0 && roles.isSuccess
              ? t('roles.noneToGrant')
              : undefined
        }
        required
        value={name}
        error={errors.at('role', failureText)}
        onChange={(event) => setName(event.target.value)}
      >
        <option value="">{t('roles.choose')}</option>
        {givable.map((role) => (
          <option key={role.id} value={role.name}>
            {words.title(role.name, role.title)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('roles.end')}
        hint={t('roles.endHint')}
        optional={t('common.optional')}
        type="datetime-local"
        value={until}
        error={errors.at('expires_at', failureText)}
        onChange={(event) => setUntil(event.target.value)}
      />
    </FormDialog>
  )
}
