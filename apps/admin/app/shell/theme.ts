import type { Theme } from '@rampart/kit/theme-switch.tsx'

const storageKey = 'rampart.theme'

/** Runs before the first paint, so that a dark page never flashes light. */
export const themeScript = `try{var t=localStorage.getItem('${storageKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`

/** Light or dark when chosen, else as the system has it. */
export function readTheme(): Theme {
  const stored = localStorage.getItem(storageKey)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Changes the appearance and remembers it in this browser. */
export function chooseTheme(theme: Theme): void {
  const page = document.documentElement
  if (theme === 'system') {
    localStorage.removeItem(storageKey)
    delete page.dataset['theme']
    return
  }
  localStorage.setItem(storageKey, theme)
  page.dataset['theme'] = theme
}
