import { Search, Store } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { Icon } from '@rampart/kit/icon.tsx'
import { Kbd } from '@rampart/kit/kbd.tsx'
import { WaitingCount } from '../approvals/waiting-count.tsx'
import { LowCount } from '../inventory/low-count.tsx'
import { useCan } from '../session/use-me.ts'
import { WaitingReturns } from '../returns/waiting-returns.tsx'
import { AccountMenu } from './account-menu.tsx'
import { BrandMark } from './brand-mark.tsx'
import { navigation, opens, type NavEntry } from './navigation.ts'

const itemStyle =
  'flex min-h-control items-center gap-2.5 rounded-md px-2 text-control-sm font-medium text-ink-muted transition-colors hover:bg-hover hover:text-ink ' +
  'aria-[current=page]:bg-well aria-[current=page]:text-ink'

function Entry({ entry, onWalk }: { entry: NavEntry; onWalk?: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <li>
      <NavLink to={entry.href} end={entry.href === '/'} onClick={onWalk} className={itemStyle}>
        <Icon icon={entry.icon} />
        {t(`shell.nav.${entry.name}`)}
        {entry.name === 'approvals' ? <WaitingCount /> : null}
        {entry.name === 'inventory' ? <LowCount /> : null}
        {entry.name === 'returns' ? <WaitingReturns /> : null}
      </NavLink>
    </li>
  )
}

/** Whether the palette opens with the Command key here. */
function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent)
}

/** Where one can go; `onWalk` lets a drawer close itself. */
export function Sidebar({ onSearch, onWalk }: { onSearch: () => void; onWalk?: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <div className="flex h-full flex-col gap-4 p-3">
      <div className="flex items-center gap-2.5 px-2 pt-1 text-sm font-semibold">
        <BrandMark />
        {t('shell.product')}
      </div>
      <button
        type="button"
        onClick={onSearch}
        className="flex min-h-control items-center gap-2.5 rounded-md border border-line bg-surface px-2 text-control-sm text-ink-subtle transition-colors hover:border-line-strong hover:text-ink"
      >
        <Icon icon={Search} size="sm" />
        <span className="flex-1 text-left">{t('shell.search')}</span>
        <Kbd>{isMac() ? '⌘ K' : t('shell.searchKey')}</Kbd>
      </button>
      <nav aria-label={t('shell.navigation')} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto">
        {navigation.map((group) => {
          const entries = group.entries.filter((entry) => opens(entry, can))
          if (entries.length === 0) return null
          return (
            <div key={group.name}>
              {group.name === 'daily' ? null : (
                <p className="px-2 pb-1 text-2xs font-medium text-ink-subtle">
                  {t(`shell.groups.${group.name}`)}
                </p>
              )}
              <ul className="flex flex-col gap-px">
                {entries.map((entry) => (
                  <Entry key={entry.name} entry={entry} onWalk={onWalk} />
                ))}
              </ul>
            </div>
          )
        })}
      </nav>
      <div className="flex flex-col gap-px border-t border-line pt-3">
        <a href="/" target="_blank" rel="noreferrer" className={itemStyle}>
          <Icon icon={Store} />
          {t('shell.viewShop')}
        </a>
        <AccountMenu onWalk={onWalk} />
      </div>
    </div>
  )
}
