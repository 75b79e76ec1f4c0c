import { useEffect, useRef } from 'react'
import { readRowKeys } from './row-keys-choice.ts'
import { isCovered } from '../shell/is-covered.ts'

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/**
 * j and k move the focus down and up the row links inside the element, as in Gmail and Linear; Enter follows the
 * focused link by itself. x ticks its row, `/` goes to the search box of the list, and `?` tells of the keys where the
 * page has a list of them. None of them does anything while somebody types, or once they are switched off.
 */
export function useRowKeys() {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      if (isCovered() || !readRowKeys()) return
      if (event.key === '/') {
        event.preventDefault()
        document.querySelector<HTMLInputElement>('[data-list-search]')?.focus()
        return
      }
      if (event.key === '?') {
        document.querySelector<HTMLElement>('[data-keys-help]')?.click()
        return
      }
      if (event.key === 'x') {
        const row = document.activeElement?.closest('tr')
        if (container.current?.contains(row ?? null))
          row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
        return
      }
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (step === 0) return
      const links = [...(container.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
      const at = links.findIndex((link) => link === document.activeElement)
      const next =
        at === -1 ? (step === 1 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)
      links[next]?.focus()
      links[next]?.scrollIntoView({ block: 'nearest' })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return container
}
