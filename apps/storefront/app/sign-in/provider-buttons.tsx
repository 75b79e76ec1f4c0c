import { useTranslation } from 'react-i18next'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import type { Providers } from './providers.ts'

/** The ways in by the word of somebody else. Plain links out of the shop's pages: they need no script. */
export function ProviderButtons({ providers, next }: { providers: Providers; next: string }) {
  const { t } = useTranslation()
  if (providers.length === 0) return null
  return (
    <div className="space-y-3">
      <p className="flex items-center gap-3 text-sm text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('security.external.or')}
      </p>
      {providers.map(({ id, label }) => (
        <a
          key={id}
          href={`/api/v1/auth/oidc/${id}/start?next=${encodeURIComponent(next)}`}
          className={buttonStyle({ block: true })}
        >
          <span className="truncate">{t('security.external.signIn', { label })}</span>
        </a>
      ))}
    </div>
  )
}
