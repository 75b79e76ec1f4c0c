import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import type { loadPasskeys } from './passkeys-actions.ts'

type Passkey = Awaited<ReturnType<typeof loadPasskeys>>[number]

/** One passkey: what it is called, since when, and folded away how to rename or remove it. */
export function PasskeyItem({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation()
  const { id, name, created_at, last_used_at, backed_up } = passkey
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex items-start gap-3">
        <Icon icon={KeyRound} className="mt-0.5 text-ink-muted" />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            <span className="min-w-0 wrap-anywhere">{name}</span>
            <Badge tone={backed_up ? 'success' : 'neutral'}>
              {t(backed_up ? 'security.passkeys.backedUp' : 'security.passkeys.oneDevice')}
            </Badge>
          </p>
          <p className="text-sm text-ink-muted">
            {t('security.passkeys.addedOn')} <DateText value={created_at} />,{' '}
            {last_used_at === null ? (
              t('security.passkeys.neverUsed')
            ) : (
              <>
                {t('security.passkeys.lastUsed')} <DateText value={last_used_at} />
              </>
            )}
          </p>
          <details className="mt-1">
            <summary
              aria-label={t('security.passkeys.changeOf', { name })}
              className="inline-block cursor-pointer py-1 text-sm underlined"
            >
              {t('security.passkeys.change')}
            </summary>
            <ShopForm preventScrollReset className="mt-2 flex max-w-form flex-wrap items-end gap-3">
              <input type="hidden" name="intent" value="passkeys.rename" />
              <input type="hidden" name="passkey_id" value={id} />
              <TextField
                className="min-w-40 flex-1"
                label={t('security.passkeys.name')}
                name="name"
                required
                maxLength={60}
                defaultValue={name}
              />
              <Button type="submit">{t('security.passkeys.save')}</Button>
            </ShopForm>
            <ShopForm preventScrollReset className="mt-4">
              <input type="hidden" name="intent" value="passkeys.remove" />
              <input type="hidden" name="passkey_id" value={id} />
              <p className="max-w-prose text-sm text-ink-muted">{t('security.passkeys.removeText')}</p>
              <Button
                type="submit"
                className="mt-2 text-danger!"
                aria-label={t('security.passkeys.removeOf', { name })}
              >
                {t('security.passkeys.remove')}
              </Button>
            </ShopForm>
          </details>
        </div>
      </div>
    </li>
  )
}
