import {
  AppWindow,
  Boxes,
  FolderTree,
  House,
  Mail,
  Package,
  ScrollText,
  ShieldCheck,
  ShoppingBag,
  Truck,
  Users,
  type LucideIcon,
} from 'lucide-react'

type NavName =
  | 'overview'
  | 'orders'
  | 'products'
  | 'categories'
  | 'inventory'
  | 'shipping'
  | 'users'
  | 'apps'
  | 'mails'
  | 'health'
  | 'audit'

export type NavEntry = { name: NavName; href: string; icon: LucideIcon; permission?: string }

/** The pages of the sidebar by group, each with the permission that its list needs. */
export const navigation: { name: 'daily' | 'catalog' | 'settings' | 'security'; entries: NavEntry[] }[] = [
  {
    name: 'daily',
    entries: [
      { name: 'overview', href: '/', icon: House },
      { name: 'orders', href: '/orders', icon: ShoppingBag, permission: 'orders:read' },
    ],
  },
  {
    name: 'catalog',
    entries: [
      { name: 'products', href: '/products', icon: Package, permission: 'catalog:write' },
      { name: 'categories', href: '/categories', icon: FolderTree, permission: 'catalog:write' },
      { name: 'inventory', href: '/inventory', icon: Boxes, permission: 'inventory:read' },
    ],
  },
  {
    name: 'settings',
    entries: [
      { name: 'shipping', href: '/shipping', icon: Truck, permission: 'shipping:read' },
      { name: 'users', href: '/users', icon: Users, permission: 'identity:read' },
      { name: 'apps', href: '/apps', icon: AppWindow, permission: 'oauth:read' },
      { name: 'mails', href: '/mails', icon: Mail, permission: 'notifications:read' },
    ],
  },
  {
    name: 'security',
    entries: [
      { name: 'health', href: '/security-health', icon: ShieldCheck, permission: 'monitoring:read' },
      { name: 'audit', href: '/audit', icon: ScrollText, permission: 'audit:read' },
    ],
  },
]

/** The permission that the page at a path needs; undefined where everybody signed in may go. */
export function permissionFor(pathname: string): string | undefined {
  return navigation
    .flatMap(({ entries }) => entries)
    .find(({ href }) => href !== '/' && (pathname === href || pathname.startsWith(`${href}/`)))?.permission
}
