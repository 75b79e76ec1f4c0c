import { Link } from 'react-router'
import type { KitLinkProps } from '@rampart/kit/link.tsx'

/** The kit's links, walked by the router. Whole addresses, mail addresses and pages of the shop stay plain links. */
export function renderRouterLink({ href, ...rest }: KitLinkProps) {
  if (/^[a-z]+:/i.test(href) || rest.target !== undefined) return <a href={href} {...rest} />
  return <Link to={href} {...rest} />
}
