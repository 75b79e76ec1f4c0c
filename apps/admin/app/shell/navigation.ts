import {
  AppWindow,
  Boxes,
  Files,
  CheckCheck,
  CreditCard,
  FolderTree,
  Gift,
  House,
  KeyRound,
  Landmark,
  Mail,
  MessageSquareQuote,
  Package,
  Percent,
  ReceiptText,
  Scale,
  ScanSearch,
  ScrollText,
  Shapes,
  ShieldCheck,
  ShoppingBag,
  Sparkles,
  TicketPercent,
  Truck,
  Undo2,
  UserCog,
  Users,
  type LucideIcon,
} from 'lucide-react'

type NavName =
  | 'overview'
  | 'orders'
  | 'returns'
  | 'money'
  | 'products'
  | 'categories'
  | 'productTypes'
  | 'inventory'
  | 'files'
  | 'reviews'
  | 'search'
  | 'recommendations'
  | 'promotions'
  | 'giftCards'
  | 'payments'
  | 'shipping'
  | 'taxes'
  | 'invoices'
  | 'users'
  | 'apps'
  | 'mails'
  | 'approvals'
  | 'roles'
  | 'policies'
  | 'keys'
  | 'health'
  | 'audit'

export type NavEntry = {
  name: NavName
  href: string
  icon: LucideIcon
  permission?: string
  /** With this, a page also opens for who is held to what is their own. */
  own?: string
}

/** The pages of the sidebar by group, each with the permission that its list needs. */
export const navigation: { name: 'daily' | 'catalog' | 'settings' | 'security'; entries: NavEntry[] }[] = [
  {
    name: 'daily',
    entries: [
      { name: 'overview', href: '/', icon: House },
      { name: 'orders', href: '/orders', icon: ShoppingBag, permission: 'orders:read', own: 'orders:own' },
      { name: 'returns', href: '/returns', icon: Undo2, permission: 'orders:read' },
      { name: 'money', href: '/money', icon: Landmark, permission: 'payments:read' },
    ],
  },
  {
    name: 'catalog',
    entries: [
      { name: 'products', href: '/products', icon: Package, permission: 'catalog:write', own: 'catalog:own' },
      { name: 'categories', href: '/categories', icon: FolderTree, permission: 'catalog:write' },
      { name: 'productTypes', href: '/product-types', icon: Shapes, permission: 'catalog:write' },
      {
        name: 'inventory',
        href: '/inventory',
        icon: Boxes,
        permission: 'inventory:read',
        own: 'inventory:own',
      },
      { name: 'files', href: '/files', icon: Files, permission: 'media:write', own: 'media:own' },
      {
        name: 'reviews',
        href: '/reviews',
        icon: MessageSquareQuote,
        permission: 'reviews:read',
        own: 'reviews:own',
      },
      { name: 'search', href: '/search', icon: ScanSearch, permission: 'catalog:write' },
      {
        name: 'recommendations',
        href: '/recommendations',
        icon: Sparkles,
        permission: 'catalog:write',
      },
      { name: 'promotions', href: '/promotions', icon: TicketPercent, permission: 'promotions:read' },
      { name: 'giftCards', href: '/gift-cards', icon: Gift, permission: 'giftcards:read' },
    ],
  },
  {
    name: 'settings',
    entries: [
      { name: 'taxes', href: '/taxes', icon: Percent, permission: 'taxes:read' },
      { name: 'payments', href: '/payments', icon: CreditCard, permission: 'payments:configure' },
      { name: 'shipping', href: '/shipping', icon: Truck, permission: 'shipping:read' },
      { name: 'invoices', href: '/invoice-settings', icon: ReceiptText, permission: 'settings:read' },
      { name: 'users', href: '/users', icon: Users, permission: 'identity:read' },
      { name: 'apps', href: '/apps', icon: AppWindow, permission: 'oauth:read' },
      { name: 'mails', href: '/mails', icon: Mail, permission: 'notifications:read' },
    ],
  },
  {
    name: 'security',
    entries: [
      { name: 'approvals', href: '/approvals', icon: CheckCheck, permission: 'identity:self' },
      { name: 'roles', href: '/roles', icon: UserCog, permission: 'access:read' },
      { name: 'policies', href: '/policies', icon: Scale, permission: 'access:read' },
      { name: 'keys', href: '/api-keys', icon: KeyRound, permission: 'access:keys' },
      { name: 'health', href: '/security-health', icon: ShieldCheck, permission: 'monitoring:read' },
      { name: 'audit', href: '/audit', icon: ScrollText, permission: 'audit:read' },
    ],
  },
]

/** Whether somebody may open a page, by what they hold. */
export function opens(
  { permission, own }: Pick<NavEntry, 'permission' | 'own'>,
  can: (permission: string) => boolean,
): boolean {
  return permission === undefined || can(permission) || (own !== undefined && can(own))
}

/** The entry of the sidebar that leads to a path or above it; undefined where everybody signed in may go. */
export function entryFor(pathname: string): NavEntry | undefined {
  return navigation
    .flatMap(({ entries }) => entries)
    .find(({ href }) => href !== '/' && (pathname === href || pathname.startsWith(`${href}/`)))
}
