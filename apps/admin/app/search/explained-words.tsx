import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import type { Explained } from './search-queries.ts'

type Word = Explained['words'][number]

/** What the shop made of each word of a question. */
export function ExplainedWords({ answer }: { answer: Explained }) {
  const { t } = useTranslation()
  const pinned = answer.items.filter((item) => item.pinned).length
  return (
    <div className="flex flex-col gap-3 text-control-sm">
      {answer.words.length === 0 ? <p className="text-ink-muted">{t('search.noWord')}</p> : null}
      <ul className="flex flex-col gap-3">
        {answer.words.map((word) => (
          <li key={word.word}>
            <p className="font-medium wrap-anywhere">{word.word}</p>
            <WordFacts word={word} />
          </li>
        ))}
      </ul>
      {answer.some_words ? <p className="text-ink-muted">{t('search.someWords')}</p> : null}
      {pinned > 0 ? <p className="text-ink-muted">{t('search.pinnedCount', { count: pinned })}</p> : null}
    </div>
  )
}

function WordFacts({ word: { word, taken_as: taken, also } }: { word: Word }) {
  const { t } = useTranslation()
  if (taken === null) return <Badge tone="danger">{t('search.leftOut')}</Badge>
  const synonyms = also.filter(({ why }) => why === 'synonym').map((one) => one.word)
  const beginnings = also.filter(({ why }) => why === 'beginning').map((one) => one.word)
  const plain = taken === word && also.length === 0
  return (
    <div className="flex flex-col gap-1 text-ink-muted wrap-anywhere">
      {plain ? <p>{t('search.known')}</p> : null}
      {taken === word ? null : (
        <p>
          <Badge tone="warning">{t('search.corrected', { word: taken })}</Badge>
        </p>
      )}
      {synonyms.length > 0 ? <p>{t('search.alsoMeans', { words: synonyms.join(', ') })}</p> : null}
      {beginnings.length > 0 ? <p>{t('search.begins', { words: beginnings.join(', ') })}</p> : null}
    </div>
  )
}
