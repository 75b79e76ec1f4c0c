import { KeyRound } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AUTOFILL_MS,
  canAutofillPasskeys,
  canUsePasskeys,
  signInByPasskey,
  stopPasskeys,
} from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { type PasskeyProblem, passkeyProblem, shopPasskeys } from './passkeys.ts'

/**
 * The way in without a password: a button, and the suggestions of the field that says
 * `autocomplete="username webauthn"`. Nothing without script, or where the browser knows no passkeys.
 */
export function PasskeySignIn({ next }: { next: string }) {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<PasskeyProblem | null>(null)

  /** Answers whether it led somewhere. */
  const signIn = async (autofill: boolean): Promise<boolean> => {
    try {
      await signInByPasskey(shopPasskeys, 'shop', { autofill })
      // The whole document: what was read as a guest is not the customer's.
      window.location.assign(`/sign-in/done?next=${encodeURIComponent(next)}`)
      return true
    } catch (error) {
      const found = passkeyProblem(error)
      // Nobody pressed anything: a shop that cannot be reached is told by what they do next.
      if (found !== null && (!autofill || found !== 'failed')) setProblem(found)
      return false
    }
  }
  const press = async (): Promise<void> => {
    setProblem(null)
    setAsking(true)
    if (await signIn(false)) return
    setAsking(false)
    if (await canAutofillPasskeys()) await signIn(true)
  }
  const suggest = useEffectEvent((left: () => boolean) => {
    void canAutofillPasskeys().then((can) => (can && !left() && !asking ? signIn(true) : false))
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
  if (hydrated && !canUsePasskeys()) return null
  // It has its place before its script is there: what stands below must not move away under a finger.
  return (
    <div className={cx('space-y-4 noscript:hidden', !hydrated && 'invisible')}>
      <p className="flex items-center gap-3 text-sm text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('security.passkeys.or')}
      </p>
      {problem ? <Notice tone="danger">{t(`security.passkeys.${problem}`)}</Notice> : null}
      <Button block pending={asking} onClick={() => void press()}>
        <Icon icon={KeyRound} />
        {t('security.passkeys.signIn')}
      </Button>
    </div>
  )
}
