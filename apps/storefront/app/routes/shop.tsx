import { Outlet } from 'react-router'
import { ShopShell } from '../layout/shop-shell.tsx'

export default function ShopLayout() {
  return (
    <ShopShell>
      <Outlet />
    </ShopShell>
  )
}
