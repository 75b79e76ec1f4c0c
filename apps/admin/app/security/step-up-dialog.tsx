import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stepUpByPasskey } from '@rampart/client/passkeys.ts'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { PasswordField } from '../session/password-field.tsx'
import { meQuery } from '../session/use-me.ts'
import { CodeField, codeInput, type TypedCode } from './code-field.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { type AskedProof, useAskedProof } from './step-up.ts'

/** Asks for a proof whenever a call was refused without one. Stands once on a page; the call is repeated by itself. */
export function StepUpDialog() {
  const asked = useAskedProof()
  return asked === null ? null : <ProofDialog asked={asked} />
}

function ProofDialog({ asked }: { asked: AskedProof }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [password, setPassword] = useState('')
  const [typed, setTyped] = useState<TypedCode>({ kind: 'code', text: '' })
  const ways = useQuery({
    queryKey: ['step-up'],
    queryFn: ({ signal }) => api.identity.getStepUp({}, { signal }),
    gcTime: 0,
  })
  const byPassword = ways.data?.methods.includes('password') ?? false
  const byCode = ways.data?.methods.includes('totp') ?? false
  const byPasskey = ways.data?.methods.includes('passkey') ?? false
  const proven = async () => {
    await client.invalidateQueries({ queryKey: meQuery.queryKey })
    asked.settle(true)
  }
  const proof = useMutation({
    mutationFn: () => api.identity.stepUp(byPassword ? { password } : codeInput(typed)),
    onSuccess: proven,
    onError: () => {
      setPassword('')
      setTyped({ ...typed, text: '' })
    },
  })
  return (
    <FormDialog
      title={t('security.factors.proofTitle')}
      description={t('security.factors.proofText')}
      submitLabel={t('security.factors.continue')}
      pending={proof.isPending}
      disabled={byPassword ? password === '' : typed.text === ''}
      failure={ways.isError ? failureText(ways.error) : proof.isError ? failureText(proof.error) : null}
      onSubmit={() => proof.mutate()}
      onClose={() => asked.settle(false)}
    >
      {ways.isPending ? <Skeleton className="h-14" /> : null}
      {byPassword ? (
        <PasswordField
          label={t('security.factors.password')}
          name="password"
          autoComplete="current-password"
          required
          autoFocus
          maxLength={256}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      ) : null}
      {byCode ? (
        <CodeField
          value={typed}
          onChange={setTyped}
          backupCodes={ways.data?.methods.includes('backup_code') ?? false}
        />
      ) : null}
      {byPasskey ? (
        <PasskeyButton
          label={t('security.factors.byPasskey')}
          primary={!byCode}
          use={async () => {
            await stepUpByPasskey(api.identity)
            await proven()
          }}
        />
      ) : null}
    </FormDialog>
  )
}
