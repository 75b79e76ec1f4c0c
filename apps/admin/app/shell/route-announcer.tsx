import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** Tells screen readers the title of the page after a walk, which loads no new document. */
export function RouteAnnouncer() {
  const { pathname } = useLocation()
  const [first] = useState(pathname)
  const [title, setTitle] = useState('')
  useEffect(() => {
    if (pathname === first) return
    const wait = setTimeout(() => setTitle(document.title), 150)
    return () => clearTimeout(wait)
  }, [pathname, first])
  return (
    <p aria-live="polite" className="visually-hidden">
      {title}
    </p>
  )
}
