import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { Entrance } from '../session/entrance.tsx'
import { PasswordField } from '../session/password-field.tsx'

const MIN_PASSWORD = 15

/** The page behind the link of an invitation: its owner chooses a password. */
export default function Enrol() {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  // Kept here, because the address loses it at once: no history and no log of a proxy shall hold it for long.
  const [token] = useState(() => params.get('token'))
  const failureText = useFailureText()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const accept = useMutation({
    mutationFn: () => api.identity.acceptInvitation({ token: token ?? '', password }),
    onSuccess: ({ email }) => navigate('/sign-in', { replace: true, state: { ready: true, email } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate()
  }
  if (token === null) {
    return (
      <Entrance title={t('users.enrol.noToken')} lead={t('users.enrol.noTokenText')}>
        <LinkButton href="/sign-in">{t('account.signIn')}</LinkButton>
      </Entrance>
    )
  }
  const errors = fieldErrorsOf(accept.error, { IDENTITY_PASSWORD_TOO_COMMON: 'password' })
  const length = [...password].length
  return (
    <Entrance title={t('users.enrol.title')} lead={t('users.enrol.lead')}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {errors.rest ? (
          <Notice tone="danger">
            {accept.error !== null && errors.rest !== null ? failureText(errors.rest) : null}
          </Notice>
        ) : null}
        <PasswordField
          label={t('account.password')}
          autoComplete="new-password"
          required
          minLength={MIN_PASSWORD}
          maxLength={256}
          autoFocus
          value={password}
          hint={
            length > 0 && length < MIN_PASSWORD
              ? t('account.passwordMissing', { count: MIN_PASSWORD - length })
              : t('account.passwordHint')
          }
          error={errors.at('password', failureText)}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="primary" size="lg" block pending={accept.isPending}>
          {t('users.enrol.submit')}
        </Button>
      </form>
    </Entrance>
  )
}
