import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { UserDetail } from './types.ts'

/** Who it is, and how the account is protected. */
export function UserAside({ user }: { user: UserDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { factors, password } = user
  return (
    <>
      <Card title={t('users.account')}>
        <Facts
          items={[
            { name: t('users.email'), value: <span className="break-all">{user.email}</span> },
            { name: t('users.username'), value: user.username ?? t('common.none') },
            { name: t('users.role'), value: t(`users.roles.${user.role}`) },
            { name: t('users.since'), value: format.day(user.created_at) },
            {
              name: t('users.lastSeen'),
              value: user.last_seen_at === null ? t('users.never') : format.ago(user.last_seen_at),
            },
          ]}
        />
      </Card>
      <Card title={t('users.protection')}>
        <Facts
          items={[
            {
              name: t('users.password'),
              value:
                password === null
                  ? t('common.none')
                  : password.disabled_at === null
                    ? t('users.passwordSince', { day: format.day(password.changed_at) })
                    : t('users.passwordDisabled'),
            },
            { name: t('users.totp'), value: factors.totp ? t('common.yes') : t('common.no') },
            { name: t('users.passkeys'), value: format.number(factors.passkeys) },
            { name: t('users.backupCodes'), value: format.number(factors.backup_codes) },
            { name: t('users.remembered'), value: format.number(user.remembered_devices) },
          ]}
        />
      </Card>
    </>
  )
}
