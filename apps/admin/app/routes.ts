import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  route('sign-in', 'routes/sign-in.tsx'),
  route('setup', 'routes/setup.tsx'),
  route('unlock', 'routes/unlock.tsx'),
  route('not-me', 'routes/not-me.tsx'),
  route('enrol', 'routes/enrol.tsx'),
  route('enrol-factor', 'routes/enrol-factor.tsx'),
  layout('routes/shell.tsx', [
    index('routes/overview.tsx'),
    route('orders', 'routes/orders.tsx'),
    route('orders/:orderId', 'routes/order.tsx'),
    route('products', 'routes/products.tsx'),
    route('products/new', 'routes/new-product.tsx'),
    route('products/:productId', 'routes/product.tsx'),
    route('categories', 'routes/categories.tsx'),
    route('inventory', 'routes/inventory.tsx'),
    route('shipping', 'routes/shipping.tsx'),
    route('users', 'routes/users.tsx'),
    route('users/:userId', 'routes/user.tsx'),
    route('apps', 'routes/apps.tsx'),
    route('mails', 'routes/mails.tsx'),
    route('audit', 'routes/audit.tsx'),
    route('account', 'routes/account.tsx'),
    route('security', 'routes/security.tsx'),
    route('*', 'routes/not-found.tsx'),
  ]),
] satisfies RouteConfig
