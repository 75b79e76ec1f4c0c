import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { type ScopeName, scopeTexts } from './scopes.ts'

/** What an app may do, one line each. */
export function ScopeList({ scopes }: { scopes: readonly ScopeName[] }) {
  const { t } = useTranslation()
  return (
    <ul className="space-y-1.5 text-sm">
      {scopes.map((scope) => (
        <li key={scope} className="flex gap-2">
          <span className="mt-0.5 shrink-0 text-ink-subtle">
            <Icon icon={Check} size="sm" />
          </span>
          {t(scopeTexts[scope])}
        </li>
      ))}
    </ul>
  )
}
