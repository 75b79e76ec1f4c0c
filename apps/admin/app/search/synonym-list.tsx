import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, ArrowRight, Languages } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { type OfRules, RuleButtons, RuleList } from './rule-list.tsx'
import { type Synonym, synonymsQuery } from './search-queries.ts'

/** Words and what they also mean. */
export function SynonymList({ params, add, onEdit, onDelete }: OfRules<Synonym>) {
  const { t } = useTranslation()
  const synonyms = useQuery(synonymsQuery({ q: params.get('q'), page: params.page }))
  return (
    <RuleList
      params={params}
      query={synonyms}
      find={t('search.findSynonym')}
      rows={6}
      empty={{ icon: Languages, title: t('search.noSynonyms'), text: t('search.noSynonymsText') }}
      add={add}
    >
      {(synonym) => (
        <SynonymRow key={synonym.id} synonym={synonym}>
          <RuleButtons
            name={synonym.word}
            onEdit={() => onEdit(synonym)}
            onDelete={() => onDelete(synonym)}
          />
        </SynonymRow>
      )}
    </RuleList>
  )
}

function SynonymRow({ synonym, children }: { synonym: Synonym; children: ReactNode }) {
  const { t } = useTranslation()
  const { word, meanings, both_ways: both } = synonym
  return (
    <li className="flex items-center gap-3 px-5 py-2.5 text-control-sm">
      <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 gap-y-0.5 wrap-anywhere">
        <span className="font-medium">{word}</span>
        <Icon icon={both ? ArrowLeftRight : ArrowRight} size="sm" className="text-ink-subtle" />
        <span className="visually-hidden">{t(both ? 'search.bothWays' : 'search.oneWay')}</span>
        <span>{meanings.join(', ')}</span>
      </p>
      {children}
    </li>
  )
}
