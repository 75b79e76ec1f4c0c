import { KeyRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigation } from 'react-router'
import { canUsePasskeys, stepUpByPasskey } from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import { ShopPasswordField } from '../recovery/shop-password-field.tsx'
import { type PasskeyProblem, passkeyProblem, shopPasskeys } from './passkeys.ts'
import { PROOF_CODE, PROOF_PASSWORD, type StepUpNeeded } from './step-up.ts'

/** Asks for a fresh proof and sends the form again with it. A window with script, a part of the page without. */
export function StepUpDialog({ needed }: { needed: StepUpNeeded }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const dialog = useRef<HTMLDialogElement>(null)
  const hydrated = useHydrated()
  const [passkey, setPasskey] = useState<PasskeyProblem | null>(null)
  const byPassword = needed.methods.includes('password')
  const byCode = needed.methods.includes('totp') || needed.methods.includes('backup_code')
  useEffect(() => {
    const element = dialog.current
    element?.close()
    element?.showModal()
  }, [])
  const provePasskey = async () => {
    try {
      await stepUpByPasskey(shopPasskeys)
      const form = dialog.current?.querySelector('form')
      form?.querySelectorAll('input').forEach((input) => (input.required = false))
      form?.requestSubmit()
    } catch (error) {
      setPasskey(passkeyProblem(error))
    }
  }
  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby="step-up-title"
      onCancel={(event) => event.preventDefault()}
      className="static m-0 w-full max-w-form rounded-xl border border-line bg-raised p-5 text-ink shadow-lg backdrop:bg-scrim [&:modal]:fixed [&:modal]:m-auto [&:modal]:w-[calc(100vw-2rem)]"
    >
      <h2 id="step-up-title" className="text-xl">
        {t('security.factors.proofTitle')}
      </h2>
      <p className="mt-1 text-sm text-ink-muted">{t('security.factors.proofText')}</p>
      <ShopForm preventScrollReset className="mt-4 space-y-4">
        {needed.problem ? <Notice tone="danger">{t(`security.factors.${needed.problem}`)}</Notice> : null}
        {passkey ? <Notice tone="danger">{t(`security.passkeys.${passkey}`)}</Notice> : null}
        {needed.fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        {needed.methods.length === 0 ? <Notice>{t('security.external.signInAgain')}</Notice> : null}
        {byPassword ? (
          <ShopPasswordField
            label={t('account.password')}
            name={PROOF_PASSWORD}
            autoComplete="current-password"
            required
            autoFocus
            maxLength={256}
          />
        ) : null}
        {byCode ? (
          <TextField
            label={t('security.factors.code')}
            hint={t('security.factors.codeHint')}
            name={PROOF_CODE}
            autoComplete="one-time-code"
            spellCheck={false}
            required
            autoFocus
            maxLength={20}
          />
        ) : null}
        {hydrated && needed.methods.includes('passkey') && canUsePasskeys() ? (
          <Button block onClick={() => void provePasskey()}>
            <Icon icon={KeyRound} />
            {t('security.passkeys.use')}
          </Button>
        ) : null}
        <div className="flex flex-wrap justify-end gap-3">
          <LinkButton href={pathname}>{t('account.cancel')}</LinkButton>
          {byPassword || byCode ? (
            <Button type="submit" variant="primary" pending={state === 'submitting'}>
              {t('security.factors.continue')}
            </Button>
          ) : null}
        </div>
      </ShopForm>
    </dialog>
  )
}
