import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Product } from '../catalog-schemas.ts'

const manage = { allow: ['staff'], permission: 'catalog:write', own: 'catalog:own' } as const

/** Links by which somebody without an account sees a product before it is published. */
export const previewOperations = {
  createPreviewLink: {
    kind: 'command',
    summary:
      'A link to look at a product as its page would be, published or not. Told once; it ends by itself or with all others.',
    http: { method: 'POST', path: '/products/:product_id/preview-links', status: 201 },
    access: manage,
    input: z.strictObject({
      product_id: Id,
      /** How long it holds. */
      hours: z.int().min(1).max(168).default(24),
    }),
    output: z.strictObject({ url: z.url(), token: z.string(), expires_at: Timestamp }),
    errors: {
      CATALOG_PRODUCT_ARCHIVED: { status: 409, message: 'An archived product has no preview.' },
    },
  },
  revokePreviewLinks: {
    kind: 'command',
    summary: 'End all preview links of a product at once.',
    http: { method: 'DELETE', path: '/products/:product_id/preview-links', status: 204 },
    access: manage,
    input: z.strictObject({ product_id: Id }),
    output: Nothing,
  },
  getPreview: {
    kind: 'query',
    summary: 'A product by a preview link: as its page would be. Nothing can be bought from it.',
    http: { method: 'GET', path: '/previews/:token' },
    access: { allow: ['anyone'] },
    input: z.strictObject({ token: z.string().max(100) }),
    output: z.strictObject({ product: Product, expires_at: Timestamp }),
  },
} as const satisfies Readonly<Record<string, Operation>>
