import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { canUsePasskeys } from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import { PasskeyItem } from './passkey-item.tsx'
import type { loadPasskeys, PasskeysAnswer } from './passkeys-actions.ts'
import { SecuritySection } from './security-section.tsx'
import { useNewPasskey } from './use-new-passkey.ts'

/** The customer's passkeys. Making one needs script and a browser that knows them; the rest does not. */
export function PasskeysSection({
  passkeys,
  hasApp,
  answer,
}: {
  passkeys: Awaited<ReturnType<typeof loadPasskeys>>
  /** Whether an authenticator app stands beside them. */
  hasApp: boolean
  answer: PasskeysAnswer | undefined
}) {
  const { t } = useTranslation()
  const { state, formData } = useNavigation()
  const hydrated = useHydrated()
  const made = useNewPasskey(answer?.options)
  const pending = made.asking || (state !== 'idle' && formData?.get('intent') === 'passkeys.add')
  const usable = hydrated && canUsePasskeys()
  const problem = answer?.problem ?? (answer?.done ? null : made.problem)
  return (
    <SecuritySection
      id="passkeys"
      title={t('security.passkeys.title')}
      lead={t('security.passkeys.lead')}
      action={
        usable ? (
          <ShopForm preventScrollReset>
            <input type="hidden" name="intent" value="passkeys.add" />
            <Button type="submit" size="sm" pending={pending}>
              {t('security.passkeys.add')}
            </Button>
          </ShopForm>
        ) : null
      }
    >
      <div className="space-y-4">
        {problem ? <Notice tone="danger">{t(`security.passkeys.${problem}`)}</Notice> : null}
        {made.added && !answer?.done && !problem ? (
          <Notice tone="success">{t('security.passkeys.added', { name: made.added })}</Notice>
        ) : null}
        {answer?.done ? <Notice tone="success">{t(`security.passkeys.${answer.done}`)}</Notice> : null}
        {hydrated && !usable ? <Notice>{t('security.passkeys.unusable')}</Notice> : null}
        {passkeys.length === 0 ? (
          <p className="text-sm text-ink-muted">{t('security.passkeys.none')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {passkeys.map((passkey) => (
              <PasskeyItem key={`${passkey.id} ${passkey.name}`} passkey={passkey} />
            ))}
          </ul>
        )}
        {passkeys.length === 1 && !hasApp ? <Notice>{t('security.passkeys.spare')}</Notice> : null}
      </div>
    </SecuritySection>
  )
}
