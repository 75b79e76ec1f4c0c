import { Menu, Search } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawer } from '@rampart/kit/drawer.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { BrandMark } from './brand-mark.tsx'
import { CommandPalette } from './command-palette.tsx'
import { isCovered } from './is-covered.ts'
import { NavigationProgress } from './navigation-progress.tsx'
import { RouteAnnouncer } from './route-announcer.tsx'
import { Sidebar } from './sidebar.tsx'

/** Opens the palette with Ctrl-K or Command-K. */
function usePaletteKey(open: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.metaKey || event.ctrlKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      // Over an open form it would lead away from what has been typed.
      if (isCovered()) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [open])
}

/** Sidebar beside the page; on a small screen a bar above it that opens the sidebar as a drawer. */
export function AppFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [drawer, setDrawer] = useState(false)
  const [palette, setPalette] = useState(false)
  const [openPalette] = useState(() => () => setPalette(true))
  usePaletteKey(openPalette)
  return (
    <div className="min-h-dvh lg:pl-58">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-accent-ink focus:translate-y-0"
      >
        {t('shell.skip')}
      </a>
      <NavigationProgress />
      <aside
        aria-label={t('shell.menu')}
        className="fixed inset-y-0 left-0 z-20 hidden w-58 border-r border-line lg:block"
      >
        <Sidebar onSearch={openPalette} />
      </aside>
      <header className="sticky top-0 z-20 flex items-center gap-2 border-b border-line bg-canvas px-3 py-2 lg:hidden">
        <IconButton icon={Menu} label={t('shell.menu')} onClick={() => setDrawer(true)} />
        <BrandMark />
        <span className="flex-1 text-sm font-semibold">{t('shell.product')}</span>
        <IconButton icon={Search} label={t('shell.search')} onClick={openPalette} />
      </header>
      <Drawer open={drawer} onOpenChange={setDrawer} label={t('shell.navigation')}>
        <Sidebar
          onSearch={() => {
            setDrawer(false)
            openPalette()
          }}
          onWalk={() => setDrawer(false)}
        />
      </Drawer>
      <main id="content" tabIndex={-1} className="outline-none!">
        {children}
      </main>
      <CommandPalette open={palette} onOpenChange={setPalette} />
      <RouteAnnouncer />
    </div>
  )
}
