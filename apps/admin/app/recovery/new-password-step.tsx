import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { CodeField, codeInput, type TypedCode } from '../security/code-field.tsx'
import { Entrance } from '../session/entrance.tsx'
import { NewPasswordField } from '../session/new-password-field.tsx'
import { BackToSignIn } from './back-to-sign-in.tsx'
import type { Verified } from './code-step.tsx'

/** At which field a failure is said. */
const places = {
  IDENTITY_PASSWORD_TOO_COMMON: 'new_password',
  IDENTITY_PASSWORD_TOO_SHORT: 'new_password',
  IDENTITY_BIRTH_DATE_WRONG: 'date_of_birth',
  IDENTITY_WRONG_CODE: 'code',
  IDENTITY_FACTOR_NEEDED: 'code',
}

/** The last step: the password, with a second factor and where it is asked for the date of birth. */
export function NewPasswordStep({
  email,
  verified,
  onOver,
}: {
  email: string
  verified: Verified
  onOver: () => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const [code, setCode] = useState<TypedCode>({ kind: 'code', text: '' })
  const [password, setPassword] = useState('')
  const [born, setBorn] = useState('')
  const reset = useMutation({
    mutationFn: () =>
      api.identity.resetStaffPassword({
        reset_token: verified.reset_token,
        new_password: password,
        ...codeInput(code),
        ...(born === '' ? {} : { date_of_birth: born }),
      }),
    onSuccess: () => navigate('/sign-in', { replace: true, state: { reset: true, email } }),
    onError: (error) => {
      if (toClientError(error).code === 'IDENTITY_TOKEN_INVALID') onOver()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reset.mutate()
  }
  const errors = fieldErrorsOf(reset.error, places)
  const hint = verified.birth_date_hint
  return (
    <Entrance title={t('recovery.newTitle')} lead={t('recovery.newLead')}>
      {errors.rest ? <Notice tone="danger">{failureText(errors.rest)}</Notice> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-control-sm text-ink-muted">{t('recovery.factorLead')}</p>
        <CodeField value={code} onChange={setCode} backupCodes error={errors.at('code', failureText)} />
        {hint === null ? null : (
          <TextField
            label={t('recovery.birthDate')}
            hint={t('recovery.birthDateHint', { hint })}
            type="date"
            autoComplete="bday"
            required
            value={born}
            error={errors.at('date_of_birth', failureText)}
            onChange={(event) => setBorn(event.target.value)}
          />
        )}
        <NewPasswordField
          label={t('recovery.newPassword')}
          name="new_password"
          required
          minLength={8}
          ownWords={[email]}
          value={password}
          error={errors.at('new_password', failureText)}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="primary" size="lg" block pending={reset.isPending}>
          {t('recovery.set')}
        </Button>
      </form>
      <p className="text-control-sm text-ink-muted">{t('recovery.noFactor')}</p>
      <BackToSignIn />
    </Entrance>
  )
}
