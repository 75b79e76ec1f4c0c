import { useTranslation } from 'react-i18next'
import { Picture } from '@rampart/kit/picture.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import type { Order } from '../orders/types.ts'
import { reasons } from './read-request.ts'

/** One line of an order in the form: how many pieces go back, and why. */
export function ReturnFormLine({ item, most }: { item: Order['items'][number]; most: number }) {
  const { t } = useTranslation()
  const options = Object.values(item.options).join(' · ')
  return (
    <li className="py-5">
      <div className="flex gap-4">
        <Picture
          image={item.picture}
          alt=""
          sizes="4rem"
          className="aspect-[4/5] w-14 shrink-0 self-start rounded-sm"
        />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{item.product_name}</p>
          <p className="text-sm text-ink-muted">{options}</p>
          <div className="mt-3 grid gap-3 sm:grid-cols-2">
            <SelectField
              label={t('returns.quantity', { title: item.product_name })}
              labelHidden
              name={`quantity_${item.id}`}
              defaultValue="0"
            >
              <option value="0">{t('returns.none')}</option>
              {Array.from({ length: most }, (_, index) => (
                <option key={index} value={index + 1}>
                  {t('returns.pieces', { count: index + 1 })}
                </option>
              ))}
            </SelectField>
            <SelectField label={t('returns.reason')} labelHidden name={`reason_${item.id}`}>
              {reasons.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`returns.reason_${reason}`)}
                </option>
              ))}
            </SelectField>
          </div>
        </div>
      </div>
    </li>
  )
}
