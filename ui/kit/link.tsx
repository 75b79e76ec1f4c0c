import { createContext, use, type ComponentType, type ReactNode, type AnchorHTMLAttributes } from 'react'

export type KitLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; children?: ReactNode }

function PlainLink(props: KitLinkProps) {
  return <a {...props} />
}

const LinkComponent = createContext<ComponentType<KitLinkProps>>(PlainLink)

/** Lets an app put its router's link under every link of the kit. Without it they are plain anchors. */
export function LinkProvider({ link, children }: { link: ComponentType<KitLinkProps>; children: ReactNode }) {
  return <LinkComponent value={link}>{children}</LinkComponent>
}

/** A link without any look of its own. */
export function KitLink(props: KitLinkProps) {
  const Link = use(LinkComponent)
  return <Link {...props} />
}
