import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AUTOFILL_MS,
  canAutofillPasskeys,
  canUsePasskeys,
  type PasskeySession,
  signInByPasskey,
  stopPasskeys,
} from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api } from '../api.ts'
import { usePasskeyFailure } from '../security/use-passkey-failure.ts'

/**
 * The way in without a password: a button, and the suggestions of the field that says
 * `autocomplete="username webauthn"`. Nothing where the browser knows no passkeys.
 */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: (session: PasskeySession) => void }) {
  const { t } = useTranslation()
  const failureOf = usePasskeyFailure()
  const signIn = (autofill: boolean) => ({
    meta: { signsIn: true },
    mutationFn: () => signInByPasskey(api.identity, 'staff', { autofill }),
    onSuccess: onSignedIn,
  })
  const suggestion = useMutation(signIn(true))
  const press = useMutation({ ...signIn(false), onError: () => suggestion.mutate() })
  const suggest = useEffectEvent((left: () => boolean) => {
    void canAutofillPasskeys().then((can) => {
      if (can && !left() && !press.isPending) suggestion.mutate()
    })
  })
  useEffect(() => {
    let left = false
    suggest(() => left)
    // A challenge does not live as long as a page may stand open.
    const renewal = setInterval(() => suggest(() => left), AUTOFILL_MS)
    return () => {
      left = true
      clearInterval(renewal)
      stopPasskeys()
    }
  }, [])
  if (!canUsePasskeys()) return null
  const failure = failureOf(press.error) ?? failureOf(suggestion.error)
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-3 text-control-sm text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('security.passkeys.or')}
      </p>
      {failure ? <Notice tone="danger">{failure}</Notice> : null}
      <Button size="lg" block pending={press.isPending} onClick={() => press.mutate()}>
        <Icon icon={KeyRound} />
        {t('security.passkeys.signIn')}
      </Button>
    </div>
  )
}
