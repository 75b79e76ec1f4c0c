import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Locale } from '../i18n/locale.ts'
import { useMe } from '../session/use-me.ts'
import { outranks, staffRoles } from './types.ts'
import { useUserCommand } from './use-user-command.ts'

type StaffRole = (typeof staffRoles)[number]

/** Invites somebody to the staff: they choose their own password by a mailed link. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const [form, setForm] = useState({ full_name: '', email: '', role: 'staff' as StaffRole })
  const invite = useUserCommand(async () => {
    const user = await api.identity.inviteStaff({
      ...form,
      email: form.email.trim(),
      language: i18n.language as Locale,
    })
    await navigate(`/users/${user.id}`)
  }, t('users.done.invite'))
  const errors = fieldErrorsOf(invite.error, { IDENTITY_EMAIL_TAKEN: 'email' })
  return (
    <FormDialog
      title={t('users.inviteTitle')}
      description={t('users.inviteText')}
      submitLabel={t('users.act.invite')}
      pending={invite.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => invite.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('users.name')}
        required
        maxLength={120}
        value={form.full_name}
        error={errors.at('full_name', failureText)}
        onChange={(event) => setForm({ ...form, full_name: event.target.value })}
      />
      <TextField
        label={t('users.email')}
        type="email"
        required
        maxLength={254}
        value={form.email}
        error={errors.at('email', failureText)}
        onChange={(event) => setForm({ ...form, email: event.target.value })}
      />
      <SelectField
        label={t('users.role')}
        hint={t(`users.roleHints.${form.role}`)}
        value={form.role}
        onChange={(event) => setForm({ ...form, role: event.target.value as StaffRole })}
      >
        {staffRoles
          .filter((name) => outranks(me.role, name))
          .map((name) => (
            <option key={name} value={name}>
              {t(`users.roles.${name}`)}
            </option>
          ))}
      </SelectField>
    </FormDialog>
  )
}
