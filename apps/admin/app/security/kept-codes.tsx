import { useTranslation } from 'react-i18next'
import { BackupCodes } from '@rampart/kit/backup-codes.tsx'
import { Button } from '@rampart/kit/button.tsx'

/** Backup codes that were just made, until somebody says that they kept them. */
export function KeptCodes({
  codes,
  email,
  onKept,
}: {
  codes: readonly string[]
  email: string
  onKept: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-4">
      <p className="text-control-sm text-ink-muted">{t('security.totp.codesText')}</p>
      <BackupCodes
        codes={codes}
        title={t('security.totp.codesOf', { email })}
        fileName="backup-codes.txt"
        labels={{
          list: t('security.totp.codesList'),
          copy: t('security.totp.copy'),
          copied: t('security.totp.copied'),
          print: t('security.totp.print'),
          download: t('security.totp.download'),
        }}
      />
      <Button variant="primary" className="self-start" onClick={onKept}>
        {t('security.totp.kept')}
      </Button>
    </div>
  )
}
