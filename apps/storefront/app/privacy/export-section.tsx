import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { SecuritySection } from '../security/security-section.tsx'
import { ExportList, type DataExport } from './export-list.tsx'
import type { PrivacyAnswer } from './privacy-actions.ts'

/** Asks for an archive of one's data, and shows those there are. */
export function ExportSection({
  exports,
  result,
}: {
  exports: DataExport[]
  result: PrivacyAnswer['result'] | undefined
}) {
  const { t } = useTranslation()
  const { formData } = useNavigation()
  const news =
    result === 'requested'
      ? 'privacy.export.requested'
      : result === 'running'
        ? 'privacy.export.running'
        : result === 'too_soon'
          ? 'privacy.export.tooSoon'
          : null
  return (
    <SecuritySection id="export" title={t('privacy.export.title')} lead={t('privacy.export.lead')}>
      {news === null ? null : (
        <Notice tone={result === 'requested' ? 'success' : 'warning'} className="mb-4">
          {t(news)}
        </Notice>
      )}
      <ShopForm>
        <input type="hidden" name="intent" value="export" />
        <Button type="submit" variant="primary" pending={formData?.get('intent') === 'export'}>
          {t('privacy.export.request')}
        </Button>
      </ShopForm>
      {exports.length === 0 ? null : <ExportList exports={exports} />}
    </SecuritySection>
  )
}
