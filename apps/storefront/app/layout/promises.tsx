import { PackageCheck, ShieldCheck, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'

/** What a shopper can rely on, in three short lines. */
export function Promises() {
  const { t } = useTranslation()
  const promises = [
    { icon: PackageCheck, title: t('home.promiseShippingTitle'), text: t('home.promiseShipping') },
    { icon: Undo2, title: t('home.promiseReturnsTitle'), text: t('home.promiseReturns') },
    { icon: ShieldCheck, title: t('home.promiseSafeTitle'), text: t('home.promiseSafe') },
  ]
  return (
    <section className="page mt-section">
      <ul className="grid gap-8 border-t border-line pt-10 md:grid-cols-3 md:gap-12">
        {promises.map((promise) => (
          <li key={promise.title}>
            <Icon icon={promise.icon} size="lg" className="text-accent-text" />
            <h2 className="mt-3 text-base font-semibold">{promise.title}</h2>
            <p className="mt-1 text-sm text-ink-muted">{promise.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
