import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** Tells screen readers the title of the page after a walk that loaded no new document. */
export function RouteAnnouncer() {
  const { pathname, search } = useLocation()
  const [first] = useState(pathname + search)
  const [title, setTitle] = useState('')
  useEffect(() => {
    if (pathname + search === first) return
    const wait = setTimeout(() => setTitle(document.title), 150)
    return () => clearTimeout(wait)
  }, [pathname, search, first])
  return (
    <p aria-live="polite" className="visually-hidden">
      {title}
    </p>
  )
}
