import { useTranslation } from 'react-i18next'

/** What goes on the parcel. Printing the page prints this part alone. */
export function ReturnLabel({ number, order, address }: { number: string; order: string; address: string }) {
  const { t } = useTranslation()
  return (
    <section className="mt-8 max-w-md" aria-labelledby="label">
      <h2 id="label" className="mb-3 text-xl">
        {t('returns.label')}
      </h2>
      <div data-print className="rounded-lg border-2 border-dashed border-line-strong bg-surface p-6">
        <p className="text-sm text-ink-muted">{t('returns.labelTo')}</p>
        <p className="mt-1 text-lg font-medium break-words whitespace-pre-line">{address}</p>
        <p className="mt-6 text-sm text-ink-muted">{t('returns.labelNumber')}</p>
        <p className="mt-1 font-mono text-3xl">{number}</p>
        <p className="mt-1 text-sm text-ink-muted">{t('order.title', { number: order })}</p>
      </div>
      <p className="mt-2 text-sm text-ink-muted">{t('returns.labelHint')}</p>
    </section>
  )
}
