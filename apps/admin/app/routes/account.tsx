import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { LanguageSwitch } from '@rampart/kit/language-switch.tsx'
import { ThemeSwitch } from '@rampart/kit/theme-switch.tsx'
import { ActivityCard } from '../audit/activity-card.tsx'
import { chooseLocale } from '../i18n/instance.ts'
import { localeNames, locales, type Locale } from '../i18n/locale.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Fold } from '../list/fold.tsx'
import { AvatarForm } from '../profile/avatar-form.tsx'
import { EmailCard } from '../profile/email-card.tsx'
import { ProfileForm } from '../profile/profile-form.tsx'
import { useCan, useMe } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'
import { chooseTheme, readTheme } from '../shell/theme.ts'

export default function Account() {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe()
  const can = useCan()
  return (
    <Page narrow title={t('account.title')} tab={t('account.title')} lead={t('account.lead')}>
      <Card title={t('account.profile')}>
        <AvatarForm />
        <ProfileForm />
        <div className="mt-5 border-t border-line pt-4">
          <Facts
            items={[
              { name: t('account.role'), value: t(`account.roles.${me.role}`) },
              { name: t('account.since'), value: format.day(me.created_at) },
            ]}
          />
        </div>
        <Fold
          title={t('account.permissions')}
          count={format.number(me.permissions.length)}
          className="mt-3"
          summaryClassName="min-h-control-sm"
        >
          <ul className="mt-2 flex flex-wrap gap-1">
            {me.permissions.map((permission) => (
              <li
                key={permission}
                className="rounded-sm bg-well px-1.5 py-0.5 font-mono text-xs text-ink-muted"
              >
                {permission}
              </li>
            ))}
          </ul>
        </Fold>
      </Card>
      <EmailCard />
      <Preferences />
      {can('audit:read') ? <ActivityCard few accountId={me.id} title={t('audit.activity.mine')} /> : null}
    </Page>
  )
}

function Preferences() {
  const { t, i18n } = useTranslation()
  const [theme, setTheme] = useState(readTheme)
  return (
    <Card
      title={t('account.preferences')}
      action={<span className="text-xs text-ink-subtle">{t('account.preferencesHint')}</span>}
    >
      <div className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-3 text-control-sm">
          <span>{t('account.language')}</span>
          <LanguageSwitch
            current={i18n.language}
            label={t('account.language')}
            languages={locales.map((code) => ({ code, name: localeNames[code] }))}
            onChoose={(code) => void chooseLocale(code as Locale)}
          />
        </div>
        <div className="flex items-center justify-between gap-3 text-control-sm">
          <span>{t('account.appearance')}</span>
          <ThemeSwitch
            current={theme}
            labels={{
              group: t('account.appearance'),
              system: t('account.themeSystem'),
              light: t('account.themeLight'),
              dark: t('account.themeDark'),
            }}
            onChoose={(next) => {
              chooseTheme(next)
              setTheme(next)
            }}
          />
        </div>
      </div>
    </Card>
  )
}
