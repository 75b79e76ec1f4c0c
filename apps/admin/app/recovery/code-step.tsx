import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { withChallenge } from '@rampart/client/with-challenge.ts'
import { api, type Answer } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { ChallengeStatus } from '../session/challenge-status.tsx'
import { Entrance } from '../session/entrance.tsx'
import { BackToSignIn } from './back-to-sign-in.tsx'

/** What the mailed digits were exchanged for. */
export type Verified = Answer<'identity', 'verifyStaffResetCode'>

/** The second step: the digits that were mailed. */
export function CodeStep({ email, onVerified }: { email: string; onVerified: (verified: Verified) => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [otp, setOtp] = useState('')
  const [checking, setChecking] = useState(false)
  const check = useMutation({
    mutationFn: () => api.identity.verifyStaffResetCode({ email, otp }),
    onSuccess: onVerified,
  })
  const again = useMutation({
    mutationFn: () =>
      withChallenge((challenge) => api.identity.forgotStaffPassword({ email, ...challenge }), setChecking),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    again.reset()
    check.mutate()
  }
  return (
    <Entrance title={t('recovery.codeTitle')} lead={t('recovery.codeLead', { email })}>
      {again.isSuccess ? <Notice tone="success">{t('recovery.againSent')}</Notice> : null}
      {again.isError ? <Notice tone="danger">{failureText(again.error)}</Notice> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('recovery.code')}
          name="otp"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          autoFocus
          value={otp}
          error={check.isError ? failureText(check.error) : undefined}
          onChange={(event) => setOtp(event.target.value)}
        />
        <ChallengeStatus checking={checking} />
        <Button type="submit" variant="primary" size="lg" block pending={check.isPending}>
          {t('recovery.check')}
        </Button>
        <Button block pending={again.isPending} onClick={() => again.mutate()}>
          {t('recovery.again')}
        </Button>
      </form>
      <BackToSignIn />
    </Entrance>
  )
}
