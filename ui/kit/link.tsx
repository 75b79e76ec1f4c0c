import { createContext, use, type AnchorHTMLAttributes, type ReactNode } from 'react'

export type KitLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; children?: ReactNode }

type RenderLink = (props: KitLinkProps) => ReactNode

const LinkRenderer = createContext<RenderLink>((props) => <a {...props} />)

/** Lets an app put its router's link under every link of the kit. Without it they are plain anchors. */
export function LinkProvider({ renderLink, children }: { renderLink: RenderLink; children: ReactNode }) {
  return <LinkRenderer value={renderLink}>{children}</LinkRenderer>
}

/** A link without any look of its own. */
export function KitLink(props: KitLinkProps) {
  const renderLink = use(LinkRenderer)
  return renderLink(props)
}
