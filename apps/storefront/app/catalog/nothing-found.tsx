import { PackageOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import type { ProductList } from './types.ts'

/** What stands in place of a list without a product: which words nothing has, and the way on. */
export function NothingFound({
  query,
  rescue,
  unfiltered,
}: {
  query: string
  rescue: ProductList['rescue']
  /** The address of the list without its filters; null: none is set. */
  unfiltered: string | null
}) {
  const { t, i18n } = useTranslation()
  const unknown = rescue?.left_out ?? []
  // Of one word alone, the title has said it already.
  const worthNaming = rescue?.searched !== '' || unknown.length > 1
  const words = new Intl.ListFormat(i18n.language, { type: 'disjunction' })
  return (
    <EmptyState
      icon={PackageOpen}
      title={query ? t('search.emptyTitle', { query }) : t(unfiltered ? 'list.emptyTitle' : 'list.bareTitle')}
      action={
        <div className="flex flex-wrap justify-center gap-3">
          {unfiltered ? <LinkButton href={unfiltered}>{t('list.removeAll')}</LinkButton> : null}
          <LinkButton href="/search">{t('search.everything')}</LinkButton>
        </div>
      }
    >
      <div className="space-y-1 wrap-anywhere">
        {unknown.length > 0 && worthNaming ? (
          <p>
            {t('search.unknown', {
              words: words.format(unknown.map((word) => t('search.quoted', { word }))),
            })}
          </p>
        ) : null}
        <p>{unfiltered ? t('list.empty') : query ? t('search.empty') : t('list.bare')}</p>
      </div>
    </EmptyState>
  )
}
