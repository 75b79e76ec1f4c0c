import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { toClientError } from '@rampart/client/client-error.ts'
import { AuthenticatorSecret } from '@rampart/kit/authenticator-secret.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'

/** Sets an authenticator app up: the QR code, then a code that the app shows. */
export function TotpSetup({ onDone }: { onDone: (backupCodes: readonly string[]) => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [code, setCode] = useState('')
  const setup = useMutation({ mutationFn: () => api.identity.setUpTotp({}) })
  const confirm = useMutation({
    mutationFn: () => api.identity.confirmTotp({ code }),
    onSuccess: (answer) => onDone(answer.backup_codes),
    onError: () => setCode(''),
  })
  const { mutate: begin } = setup
  useEffect(() => begin(), [begin])
  const restart = () => {
    confirm.reset()
    begin()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  const expired = confirm.isError && toClientError(confirm.error).code === 'IDENTITY_SETUP_EXPIRED'
  if (setup.isError || expired) {
    return (
      <Notice tone="danger" action={<Button onClick={restart}>{t('security.totp.restart')}</Button>}>
        {failureText(setup.error ?? confirm.error)}
      </Notice>
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-control-sm text-ink-muted">{t('security.totp.step1')}</p>
      {setup.data === undefined ? (
        <Skeleton className="h-44" />
      ) : (
        <AuthenticatorSecret
          qrCode={setup.data.qr_code}
          secret={setup.data.secret}
          address={setup.data.otpauth_url}
          labels={{
            qrCode: t('security.totp.qrCode'),
            secret: t('security.totp.secret'),
            openApp: t('security.totp.openApp'),
            copy: t('security.totp.copy'),
            copied: t('security.totp.copied'),
          }}
        />
      )}
      <TextField
        label={t('security.totp.code')}
        hint={t('security.totp.step2')}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        required
        error={confirm.isError ? failureText(confirm.error) : undefined}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" variant="primary" pending={confirm.isPending} className="self-start">
        {t('security.totp.confirm')}
      </Button>
    </form>
  )
}
