import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { localeNames, locales, type Locale } from '../i18n/locale.ts'
import { meQuery, useMe } from '../session/use-me.ts'

/** Name, user name, date of birth and the language of mails. */
export function ProfileForm() {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const [form, setForm] = useState({
    full_name: me.full_name,
    username: me.username ?? '',
    date_of_birth: '',
    language: me.language,
    birth_date_check: me.birth_date_check,
  })
  const save = useMutation({
    mutationFn: () => api.identity.updateMe(changesOf(form, me)),
    onSuccess: (next) => {
      client.setQueryData(meQuery.queryKey, next)
      setForm({ ...form, date_of_birth: '' })
      toast({ title: t('common.saved') })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const errors = fieldErrorsOf(save.error, { IDENTITY_USERNAME_TAKEN: 'username' })
  const hint = me.date_of_birth_hint
  const isSame = Object.keys(changesOf(form, me)).length === 0
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {errors.rest ? <Notice tone="danger">{failureText(errors.rest)}</Notice> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('account.name')}
          autoComplete="name"
          required
          maxLength={120}
          value={form.full_name}
          error={errors.at('full_name', failureText)}
          onChange={(event) => setForm({ ...form, full_name: event.target.value })}
        />
        <SelectField
          label={t('recovery.profile.mailLanguage')}
          value={form.language}
          onChange={(event) => setForm({ ...form, language: event.target.value as Locale })}
        >
          {locales.map((code) => (
            <option key={code} value={code} lang={code}>
              {localeNames[code]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('recovery.profile.username')}
          hint={t('recovery.profile.usernameHint')}
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          minLength={3}
          maxLength={32}
          value={form.username}
          error={errors.at('username', failureText)}
          onChange={(event) => setForm({ ...form, username: event.target.value })}
        />
        <TextField
          label={t('recovery.birthDate')}
          hint={
            hint === null
              ? t('recovery.profile.birthDateUnknown')
              : t('recovery.profile.birthDateKnown', { hint })
          }
          type="date"
          autoComplete="bday"
          value={form.date_of_birth}
          error={errors.at('date_of_birth', failureText)}
          onChange={(event) => setForm({ ...form, date_of_birth: event.target.value })}
        />
      </div>
      {hint === null ? null : (
        <Checkbox
          label={t('recovery.profile.birthDateCheck')}
          checked={form.birth_date_check}
          onChange={(event) => setForm({ ...form, birth_date_check: event.target.checked })}
        />
      )}
      <Button type="submit" className="self-start" pending={save.isPending} disabled={isSame}>
        {t('common.save')}
      </Button>
    </form>
  )
}

type Form = {
  readonly full_name: string
  readonly username: string
  readonly date_of_birth: string
  readonly language: Locale
  readonly birth_date_check: boolean
}

/** Only what differs: what is not sent stays, and needs no fresh proof. */
function changesOf(form: Form, me: ReturnType<typeof useMe>) {
  const username = form.username.trim() === '' ? null : form.username.trim()
  return {
    ...(form.full_name.trim() === me.full_name ? {} : { full_name: form.full_name.trim() }),
    ...(username === me.username ? {} : { username }),
    ...(form.date_of_birth === '' ? {} : { date_of_birth: form.date_of_birth }),
    ...(form.language === me.language ? {} : { language: form.language }),
    ...(form.birth_date_check === me.birth_date_check ? {} : { birth_date_check: form.birth_date_check }),
  }
}
