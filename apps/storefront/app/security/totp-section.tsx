import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import { SecuritySection } from './security-section.tsx'
import { ShopBackupCodes } from './shop-backup-codes.tsx'
import type { loadTotp, TotpAnswer } from './totp-actions.ts'

const FEW_CODES = 3

type Factors = Awaited<ReturnType<typeof loadTotp>>['factors']

/** The authenticator app of the customer and its backup codes. */
export function TotpSection({ factors, answer }: { factors: Factors; answer: TotpAnswer | undefined }) {
  const { t } = useTranslation()
  return (
    <SecuritySection
      id="totp"
      title={t('security.totp.title')}
      lead={t('security.totp.text')}
      action={
        <Badge dot tone={factors.totp ? 'success' : 'neutral'}>
          {factors.totp ? t('security.totp.on') : t('security.totp.off')}
        </Badge>
      }
    >
      <div className="space-y-4">
        {answer?.done ? <Notice tone="success">{t('security.totp.removed')}</Notice> : null}
        {answer?.problem ? <Notice tone="danger">{t('security.passkeys.passwordTooShort')}</Notice> : null}
        {answer?.codes ? <ShopBackupCodes codes={answer.codes} /> : null}
        {factors.totp ? <State factors={factors} /> : <BeginForm label={t('security.totp.setUp')} primary />}
      </div>
    </SecuritySection>
  )
}

/** Leads to the page that sets an app up. */
function BeginForm({ label, primary }: { label: string; primary?: boolean }) {
  return (
    <ShopForm action="/account/security/authenticator">
      <input type="hidden" name="intent" value="begin" />
      <Button type="submit" {...(primary ? { variant: 'primary' as const } : {})}>
        {label}
      </Button>
    </ShopForm>
  )
}

function State({ factors }: { factors: Factors }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-sm">
        {factors.confirmed_at ? (
          <span>
            {t('security.totp.since')} <DateText value={factors.confirmed_at} />
          </span>
        ) : null}
        <span>{t('security.totp.codesLeft', { count: factors.backup_codes_left })}</span>
      </p>
      {factors.backup_codes_left <= FEW_CODES ? (
        <Notice tone="warning">{t('security.totp.codesLow')}</Notice>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <ShopForm preventScrollReset>
          <input type="hidden" name="intent" value="totp.regenerate" />
          <Button type="submit">{t('security.totp.regenerate')}</Button>
        </ShopForm>
        <BeginForm label={t('security.totp.replace')} />
      </div>
      <details>
        <summary className="inline-block cursor-pointer py-1 text-sm underlined">
          {t('security.totp.remove')}
        </summary>
        <ShopForm preventScrollReset className="mt-2">
          <input type="hidden" name="intent" value="totp.remove" />
          <p className="max-w-prose text-sm text-ink-muted">{t('security.totp.removeText')}</p>
          <Button type="submit" className="mt-2 text-danger!">
            {t('security.totp.removeYes')}
          </Button>
        </ShopForm>
      </details>
    </>
  )
}
