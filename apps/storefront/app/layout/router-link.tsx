import { Link } from 'react-router'
import type { KitLinkProps } from '@rampart/kit/link.tsx'

/** The kit's links, walked by the router: no full page load once script runs. */
export function renderRouterLink({ href, ...rest }: KitLinkProps) {
  if (/^[a-z]+:/i.test(href)) return <a href={href} {...rest} />
  return <Link to={href} {...rest} />
}
