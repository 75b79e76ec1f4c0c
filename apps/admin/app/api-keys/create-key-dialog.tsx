import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { Loaded } from '../list/loaded.tsx'
import { PermissionPicker } from '../roles/permission-picker.tsx'
import { useMe } from '../session/use-me.ts'
import { grantablePermissionsQuery } from './grantable-permissions.ts'
import { forKeys, lifetimes, readNetworks } from './key-terms.ts'
import type { NewKey } from './keys-query.ts'

/** Makes an API key; `onKey` is told it, the only time it can be read. */
export function CreateKeyDialog({ onKey, onClose }: { onKey: (key: NewKey) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const failureText = useFailureText()
  const permissions = useQuery(grantablePermissionsQuery(me))
  const [form, setForm] = useState({ name: '', days: 90, networks: '', permissions: [] as string[] })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const create = useMutation({
    mutationFn: () =>
      api.access.createApiKey({
        name: form.name.trim(),
        permissions: form.permissions,
        days: form.days,
        networks: readNetworks(form.networks),
      }),
    onSuccess: onKey,
    onSettled: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  const errors = fieldErrorsOf(create.error, {
    ACCESS_UNKNOWN_PERMISSION: 'permissions',
    ACCESS_NOT_HELD: 'permissions',
    ACCESS_NOT_FOR_KEYS: 'permissions',
  })
  return (
    <FormDialog
      title={t('keys.newTitle')}
      description={t('keys.newText')}
      submitLabel={t('keys.create')}
      pending={create.isPending}
      disabled={form.permissions.length === 0 || form.name.trim() === ''}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('keys.name')}
        hint={t('keys.nameHint')}
        required
        maxLength={80}
        autoFocus
        value={form.name}
        error={errors.at('name', failureText)}
        onChange={(event) => set({ name: event.target.value })}
      />
      <SelectField
        label={t('keys.lifetime')}
        value={form.days}
        error={errors.at('days', failureText)}
        onChange={(event) => set({ days: Number(event.target.value) })}
      >
        {lifetimes.map((days) => (
          <option key={days} value={days}>
            {t('keys.days', { count: days })}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t('keys.networks')}
        hint={t('keys.networksHint')}
        optional={t('common.optional')}
        rows={2}
        maxLength={1_000}
        spellCheck={false}
        value={form.networks}
        error={errors.below('networks') ? t('keys.badNetwork') : undefined}
        onChange={(event) => set({ networks: event.target.value })}
      />
      <section className="flex flex-col gap-2">
        <h3 className="text-control-sm font-medium">{t('keys.permissions')}</h3>
        <Loaded query={permissions} loading={<Skeleton className="h-40" />}>
          {(all) => (
            <PermissionPicker
              legend={t('keys.permissions')}
              permissions={all}
              value={form.permissions}
              error={errors.at('permissions', failureText)}
              givable={(name) => forKeys(me.permissions, name)}
              onChange={(chosen) => set({ permissions: chosen })}
            />
          )}
        </Loaded>
      </section>
    </FormDialog>
  )
}
