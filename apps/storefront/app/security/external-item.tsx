import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import type { loadExternal } from './external-actions.ts'

type Item = Awaited<ReturnType<typeof loadExternal>>['items'][number]

/** One connected sign-in: where, as whom, since when, and the way to disconnect it. */
export function ExternalItem({ item }: { item: Item }) {
  const { t } = useTranslation()
  const { id, label, email, linked_at, last_used_at } = item
  return (
    <li className="flex flex-wrap items-start gap-3 py-3 first:pt-0 last:pb-0">
      <Icon icon={Link2} className="mt-0.5 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{label}</p>
        {email === null ? null : <p className="text-sm wrap-anywhere text-ink-muted">{email}</p>}
        <p className="text-sm text-ink-muted">
          {t('security.external.since')} <DateText value={linked_at} />
          {last_used_at === null ? null : (
            <>
              , {t('security.external.lastUsed')} <DateText value={last_used_at} />
            </>
          )}
        </p>
      </div>
      <ShopForm preventScrollReset>
        <input type="hidden" name="intent" value="external.remove" />
        <input type="hidden" name="identity_id" value={id} />
        <Button type="submit" size="sm" aria-label={t('security.external.removeOf', { label })}>
          {t('security.external.remove')}
        </Button>
      </ShopForm>
    </li>
  )
}
