import { accessModule } from '@rampart/access'
import { auditModule } from '@rampart/audit'
import { cartModule } from '@rampart/cart'
import { catalogModule } from '@rampart/catalog'
import { checkoutModule } from '@rampart/checkout'
import { customersModule } from '@rampart/customers'
import { identityModule } from '@rampart/identity'
import { inventoryModule } from '@rampart/inventory'
import { mediaModule } from '@rampart/media'
import { monitoringModule } from '@rampart/monitoring'
import { notificationsModule } from '@rampart/notifications'
import { oauthModule } from '@rampart/oauth'
import { ordersModule } from '@rampart/orders'
import { paymentsModule } from '@rampart/payments'
import { pricingModule } from '@rampart/pricing'
import { recommendationsModule } from '@rampart/recommendations'
import { reviewsModule } from '@rampart/reviews'
import { searchModule } from '@rampart/search'
import { shippingModule } from '@rampart/shipping'
import type { Module } from '@rampart/platform/module/define-module.ts'

/** Every module of the product. Their order is the order of the documentation and of the migrations. */
export const modules: readonly Module[] = [
  identityModule,
  accessModule,
  oauthModule,
  customersModule,
  catalogModule,
  searchModule,
  mediaModule,
  inventoryModule,
  cartModule,
  checkoutModule,
  ordersModule,
  paymentsModule,
  shippingModule,
  pricingModule,
  recommendationsModule,
  reviewsModule,
  notificationsModule,
  auditModule,
  monitoringModule,
]
