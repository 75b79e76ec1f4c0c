import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useLinkToken } from '../recovery/use-link-token.ts'
import { Entrance } from '../session/entrance.tsx'
import { NewPasswordField } from '../session/new-password-field.tsx'

const places = { IDENTITY_PASSWORD_TOO_COMMON: 'new_password', IDENTITY_PASSWORD_TOO_SHORT: 'new_password' }

/** The page behind the link that an administrator allowed: a new password, and factors anew at the next sign-in. */
export default function Recover() {
  const { t } = useTranslation()
  const token = useLinkToken()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const recover = useMutation({
    mutationFn: () => api.identity.recoverStaff({ token: token ?? '', new_password: password }),
    onSuccess: () => navigate('/sign-in', { replace: true, state: { reset: true } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    recover.mutate()
  }
  if (token === null) return <Over title={t('recovery.noToken')} text={t('recovery.noTokenText')} />
  if (recover.isError && toClientError(recover.error).code === 'IDENTITY_TOKEN_INVALID') {
    return <Over title={t('recovery.invalidTitle')} text={t('recovery.recoverInvalid')} />
  }
  const errors = fieldErrorsOf(recover.error, places)
  return (
    <Entrance title={t('recovery.recoverTitle')} lead={t('recovery.recoverLead')}>
      {errors.rest ? <Notice tone="danger">{failureText(errors.rest)}</Notice> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <NewPasswordField
          label={t('recovery.newPassword')}
          hint={t('account.passwordHint')}
          name="new_password"
          required
          autoFocus
          value={password}
          error={errors.at('new_password', failureText)}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="primary" size="lg" block pending={recover.isPending}>
          {t('recovery.set')}
        </Button>
      </form>
    </Entrance>
  )
}

function Over({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation()
  return (
    <Entrance title={title} lead={text}>
      <LinkButton href="/sign-in">{t('account.signIn')}</LinkButton>
    </Entrance>
  )
}
