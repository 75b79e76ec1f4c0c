import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'
import { finishSignInByPasskey } from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api, type Answer } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { CodeField, codeInput, type TypedCode } from '../security/code-field.tsx'
import { PasskeyButton } from '../security/passkey-button.tsx'
import { Entrance } from './entrance.tsx'

/** A sign-in that waits for its second factor. */
export type WaitingSignIn = Extract<Answer<'identity', 'startStaffSession'>, { mfa_required: true }>

/** The second step of signing in. `onRestart` is told why, where it was not wished. */
export function SecondStep({
  waiting,
  onDone,
  onRestart,
}: {
  waiting: WaitingSignIn
  onDone: () => Promise<void>
  onRestart: (failure: unknown) => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const byApp = waiting.methods.includes('totp')
  const [typed, setTyped] = useState<TypedCode>({ kind: byApp ? 'code' : 'backup_code', text: '' })
  const [remember, setRemember] = useState(false)
  const verify = useMutation({
    meta: { signsIn: true },
    mutationFn: () =>
      api.identity.verifyMfa({
        mfa_token: waiting.mfa_token,
        remember_device: remember,
        ...codeInput(typed),
      }),
    onSuccess: async (answer) => {
      if ('account' in answer) await onDone()
    },
    onError: (error) => {
      setTyped({ ...typed, text: '' })
      if (toClientError(error).code === 'IDENTITY_SIGN_IN_EXPIRED') onRestart(error)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    verify.mutate()
  }
  return (
    <Entrance title={t('security.factors.stepTitle')} lead={t('security.factors.stepLead')}>
      {verify.isError ? <Notice tone="danger">{failureText(verify.error)}</Notice> : null}
      {byApp || waiting.methods.includes('backup_code') ? (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <CodeField
            value={typed}
            onChange={setTyped}
            backupCodes={byApp && waiting.methods.includes('backup_code')}
          />
          <Checkbox
            label={t('security.factors.remember')}
            checked={remember}
            onChange={(event) => setRemember(event.target.checked)}
          />
          <Button type="submit" variant="primary" size="lg" block pending={verify.isPending}>
            {t('security.factors.continue')}
          </Button>
        </form>
      ) : null}
      {waiting.methods.includes('passkey') ? (
        <PasskeyButton
          label={t('security.factors.byPasskey')}
          primary={!byApp}
          use={async () => {
            await finishSignInByPasskey(api.identity, waiting.mfa_token)
            await onDone()
          }}
        />
      ) : null}
      <Button variant="ghost" block onClick={() => onRestart(null)}>
        {t('security.factors.restart')}
      </Button>
    </Entrance>
  )
}
