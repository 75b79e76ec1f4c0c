import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Text } from '@rampart/platform/contract/fields.ts'

const manage = { allow: ['staff'], permission: 'catalog:write' } as const

const TypeAttribute = z.strictObject({
  name: Text(80, 1),
  kind: z.enum(['text', 'number', 'boolean', 'choice']),
  /** Written behind a number; empty: none. */
  unit: Text(20).default(''),
  /** Published products of the type must have it. */
  required: z.boolean().default(false),
  /** What a choice is among; for other kinds empty. */
  choices: z.array(Text(120, 1)).max(200).default([]),
})

const typeInput = { name: Text(80, 1), attributes: z.array(TypeAttribute).max(100) }

const ProductType = z.strictObject({
  id: Id,
  name: z.string(),
  attributes: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      kind: z.enum(['text', 'number', 'boolean', 'choice']),
      unit: z.string(),
      required: z.boolean(),
      choices: z.array(z.string()),
    }),
  ),
  product_count: z.int(),
})

const badType = {
  CATALOG_BAD_TYPE: {
    status: 400,
    message:
      'Each attribute needs a name of its own, a choice something to choose, and only a number has a unit.',
  },
  CATALOG_TYPE_NAME_TAKEN: { status: 409, message: 'Another product type has this name.' },
} as const

/** Kinds of products, and which attributes they have. */
export const typeOperations = {
  listProductTypes: {
    kind: 'query',
    summary: 'Product types with their attributes, by name.',
    http: { method: 'GET', path: '/product-types' },
    access: { ...manage, own: 'catalog:own' },
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(ProductType) }),
  },
  createProductType: {
    kind: 'command',
    summary: 'Add a product type.',
    http: { method: 'POST', path: '/product-types', status: 201 },
    access: manage,
    input: z.strictObject(typeInput),
    output: ProductType,
    errors: badType,
  },
  updateProductType: {
    kind: 'command',
    summary: 'Replace a product type. Its products are checked when they are next saved.',
    http: { method: 'PUT', path: '/product-types/:type_id' },
    access: manage,
    input: z.strictObject({ type_id: Id, ...typeInput }),
    output: ProductType,
    errors: badType,
  },
  deleteProductType: {
    kind: 'command',
    summary: 'Remove a product type that no product has.',
    http: { method: 'DELETE', path: '/product-types/:type_id', status: 204 },
    access: manage,
    input: z.strictObject({ type_id: Id }),
    output: Nothing,
    errors: { CATALOG_TYPE_IN_USE: { status: 409, message: 'Products still have this type.' } },
  },
} as const satisfies Readonly<Record<string, Operation>>
