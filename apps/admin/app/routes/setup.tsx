import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { Entrance } from '../session/entrance.tsx'
import { PasswordField } from '../session/password-field.tsx'
import { setupToken } from '../session/setup-token.ts'

const MIN_PASSWORD = 15

/** The page behind the owner's one-time link. The token leaves the address at once, so that no history keeps it. */
export default function Setup() {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const [token] = useState(() => setupToken(hash))
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => api.identity.getSetup({}, { signal }),
  })
  useEffect(() => {
    if (window.location.hash !== '')
      window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  if (setup.data?.needed === false) {
    return (
      <Entrance title={t('account.setupDone')} lead={t('account.setupDoneText')}>
        <LinkButton href="/sign-in" variant="primary" size="lg">
          {t('account.signIn')}
        </LinkButton>
      </Entrance>
    )
  }
  if (token === null) {
    return (
      <Entrance title={t('account.setupNoToken')} lead={t('account.setupWaitsText')}>
        <LinkButton href="/sign-in">{t('account.signIn')}</LinkButton>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('account.setup')} lead={t('account.setupLead')}>
      <OwnerForm token={token} />
    </Entrance>
  )
}

function OwnerForm({ token }: { token: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const [form, setForm] = useState({ full_name: '', email: '', password: '' })
  const owner = useMutation({
    mutationFn: () => api.identity.setUpOwner({ token, ...form }),
    onSuccess: () =>
      navigate('/sign-in', { replace: true, state: { ready: true, email: form.email.trim() } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    owner.mutate()
  }
  const errors = fieldErrorsOf(owner.error, {
    IDENTITY_PASSWORD_TOO_COMMON: 'password',
    IDENTITY_EMAIL_TAKEN: 'email',
  })
  const errorAt = (path: string) => errors.at(path, failureText)
  const length = [...form.password].length
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {errors.rest ? <Notice tone="danger">{failureText(errors.rest)}</Notice> : null}
      <TextField
        label={t('account.name')}
        autoComplete="name"
        required
        maxLength={120}
        autoFocus
        value={form.full_name}
        error={errorAt('full_name')}
        onChange={(event) => setForm({ ...form, full_name: event.target.value })}
      />
      <TextField
        label={t('account.email')}
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        value={form.email}
        error={errorAt('email')}
        onChange={(event) => setForm({ ...form, email: event.target.value })}
      />
      <PasswordField
        label={t('account.password')}
        autoComplete="new-password"
        required
        minLength={MIN_PASSWORD}
        maxLength={256}
        value={form.password}
        hint={
          length > 0 && length < MIN_PASSWORD
            ? t('account.passwordMissing', { count: MIN_PASSWORD - length })
            : t('account.passwordHint')
        }
        error={errorAt('password')}
        onChange={(event) => setForm({ ...form, password: event.target.value })}
      />
      <Button type="submit" variant="primary" size="lg" block pending={owner.isPending}>
        {t('account.createOwner')}
      </Button>
    </form>
  )
}
