import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { withChallenge } from '@rampart/client/with-challenge.ts'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { ChallengeStatus } from '../session/challenge-status.tsx'
import { Entrance } from '../session/entrance.tsx'
import { BackToSignIn } from './back-to-sign-in.tsx'

/** The first step: where the code goes. The way goes on alike for a known and an unknown address. */
export function AskStep({ over, onSent }: { over: boolean; onSent: (email: string) => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [email, setEmail] = useState('')
  const [checking, setChecking] = useState(false)
  const ask = useMutation({
    mutationFn: () =>
      withChallenge(
        (challenge) => api.identity.forgotStaffPassword({ email: email.trim(), ...challenge }),
        setChecking,
      ),
    onSuccess: () => onSent(email.trim()),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  const error = fieldErrorsOf(ask.error).at('email', failureText)
  return (
    <Entrance title={t('recovery.askTitle')} lead={t('recovery.askLead')}>
      {over && !ask.isError ? <Notice tone="warning">{t('recovery.over')}</Notice> : null}
      {ask.isError && error === undefined ? <Notice tone="danger">{failureText(ask.error)}</Notice> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('account.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          maxLength={254}
          autoFocus
          value={email}
          error={error}
          onChange={(event) => setEmail(event.target.value)}
        />
        <ChallengeStatus checking={checking} />
        <Button type="submit" variant="primary" size="lg" block pending={ask.isPending}>
          {t('recovery.send')}
        </Button>
      </form>
      <BackToSignIn />
    </Entrance>
  )
}
