import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { actionSentence } from '@rampart/kit/promotion-words.ts'
import { categoriesQuery } from '../categories/categories-query.ts'
import { flatCategories } from '../categories/flat-categories.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { Promotion } from './promotions-query.ts'

/** What a promotion does, for what and for whom, in one line. */
export function RuleWords({ promotion }: { promotion: Promotion }) {
  const { t } = useTranslation()
  const format = useFormat()
  const tree = useQuery(categoriesQuery).data?.items ?? []
  const { action, scope, minimum, segments, needs_coupon, stacking } = promotion
  const categoryName = new Map(flatCategories(tree).map(({ category }) => [category.id, category.name]))
  const categories = scope.category_ids.flatMap((id) => categoryName.get(id) ?? [])
  const things = scope.product_ids.length + scope.variant_ids.length
  const parts = [
    actionSentence(action, format.locale),
    categories.length > 0 ? t('promotions.words.categories', { names: categories.join(', ') }) : null,
    things > 0 ? t('promotions.words.articles', { count: things }) : null,
    minimum.pieces > 0 ? t('promotions.words.pieces', { count: minimum.pieces }) : null,
    minimum.value === null
      ? null
      : t('promotions.words.value', { amount: minimum.value.map(format.money).join(' / ') }),
    segments.includes('customers') ? t('promotions.words.customers') : null,
    segments.includes('guests') ? t('promotions.words.guests') : null,
    needs_coupon ? t('promotions.words.code') : null,
    stacking === 'alone' ? t('promotions.words.alone') : null,
  ]
  return <>{parts.filter((part) => part !== null).join(' · ')}</>
}
