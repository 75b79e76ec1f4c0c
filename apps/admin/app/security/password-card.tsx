import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { NewPasswordField } from '../session/new-password-field.tsx'
import { useMe } from '../session/use-me.ts'

const places = { IDENTITY_PASSWORD_TOO_COMMON: 'new_password', IDENTITY_PASSWORD_TOO_SHORT: 'new_password' }

/** Setting another password. */
export function PasswordCard() {
  const { t } = useTranslation()
  const me = useMe()
  const toast = useToast()
  const failureText = useFailureText()
  const [password, setPassword] = useState('')
  const change = useMutation({
    mutationFn: () => api.identity.changePassword({ new_password: password }),
    onSuccess: () => {
      setPassword('')
      toast({ title: t('security.password.changed') })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  const errors = fieldErrorsOf(change.error, places)
  return (
    <Card title={t('security.password.title')}>
      <p className="mb-4 max-w-prose text-control-sm text-ink-muted">{t('security.password.lead')}</p>
      {errors.rest ? (
        <div className="mb-4">
          <Notice tone="danger">{failureText(errors.rest)}</Notice>
        </div>
      ) : null}
      <form onSubmit={submit} className="flex max-w-sm flex-col items-start gap-4">
        <input type="text" autoComplete="username" value={me.email} hidden readOnly />
        <div className="w-full">
          <NewPasswordField
            label={t('recovery.newPassword')}
            name="new_password"
            required
            minLength={8}
            ownWords={[me.email, me.full_name]}
            value={password}
            error={errors.at('new_password', failureText)}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <Button type="submit" pending={change.isPending} disabled={password === ''}>
          {t('security.password.change')}
        </Button>
      </form>
    </Card>
  )
}
