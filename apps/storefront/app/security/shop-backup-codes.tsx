import { useTranslation } from 'react-i18next'
import { BackupCodes } from '@rampart/kit/backup-codes.tsx'
import { Notice } from '@rampart/kit/notice.tsx'

/** Backup codes that were just made, this one time. */
export function ShopBackupCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <div className="space-y-4">
      <Notice tone="warning" title={t('security.totp.codesTitle')}>
        <p>{t('security.totp.codesText')}</p>
      </Notice>
      <BackupCodes
        codes={codes}
        title={t('security.totp.codesList')}
        fileName="backup-codes.txt"
        labels={{
          list: t('security.totp.codesList'),
          copy: t('security.totp.copy'),
          copied: t('security.totp.copied'),
          print: t('security.totp.print'),
          download: t('security.totp.download'),
        }}
      />
    </div>
  )
}
