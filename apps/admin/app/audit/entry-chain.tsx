import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { EntryAnswer } from './entry-detail.tsx'

/** Where an entry stands in the chain, and whether a checkpoint confirms it. */
export function EntryChain({ chain }: { chain: EntryAnswer['chain'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section>
      <h3 className="mb-2 text-control-sm font-semibold">{t('audit.chain')}</h3>
      {chain === null ? (
        <p className="text-control-sm text-ink-muted">{t('audit.waiting')}</p>
      ) : (
        <div className="flex flex-col gap-2 text-control-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="figures">
              {t('audit.position', { position: format.number(chain.position) })}
            </span>
            <Badge tone={chain.proven ? 'success' : 'neutral'} dot className="whitespace-normal!">
              {t(chain.proven ? 'audit.proven' : 'audit.notProven')}
            </Badge>
          </p>
          <p className="text-xs text-ink-subtle">
            {t('audit.hash')} <span className="font-mono break-all">{chain.hash}</span>
          </p>
        </div>
      )}
    </section>
  )
}
