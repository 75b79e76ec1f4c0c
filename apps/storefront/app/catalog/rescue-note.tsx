import { useTranslation } from 'react-i18next'
import type { PublicClient } from '@rampart/client/public-client.ts'

type Answer = Awaited<ReturnType<PublicClient['search']['searchProducts']>>
type Rescue = NonNullable<Answer['rescue']>

/** Says what was done to a question that would have found nothing, or hardly anything. */
export function RescueNote({ rescue }: { rescue: Rescue }) {
  const { t } = useTranslation()
  const notes = [
    ...rescue.corrected.map(({ word, taken_as: taken }) => t('search.rescueCorrected', { word, taken })),
    ...rescue.left_out.map((word) => t('search.rescueLeftOut', { word })),
    ...(rescue.some_words ? [t('search.rescueSomeWords')] : []),
  ]
  return (
    <div role="status" className="space-y-1 pt-4 text-ink-muted wrap-anywhere">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
