import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { providersQuery } from './providers-query.ts'

/** The ways in by the word of somebody else: links to the providers that are set up. */
export function ProviderSignIn({ next }: { next: string }) {
  const { t } = useTranslation()
  const providers = useQuery(providersQuery)
  const items = providers.data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-center gap-3 text-control-sm text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('security.external.or')}
      </p>
      {items.map(({ id, label }) => (
        <a
          key={id}
          href={`/api/v1/auth/oidc/${id}/start?${new URLSearchParams({ audience: 'staff', next }).toString()}`}
          className={buttonStyle({ size: 'lg', block: true })}
        >
          <span className="truncate">{t('security.external.signIn', { label })}</span>
        </a>
      ))}
    </div>
  )
}
