import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ParsedInputOf, RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { attributeKey } from '../domain/attributes.ts'
import type { TypeAttribute } from '../domain/product-type.ts'
import type { ProductTypeRow } from '../store/product-types.ts'

/** A type as staff see it. */
export function viewType(row: ProductTypeRow): RawOutputOf<Catalog, 'createProductType'> {
  return {
    ...row,
    attributes: row.attributes.map(({ choices, ...rest }) => ({ ...rest, choices: [...choices] })),
  }
}

/** The attributes that an input asks for, with their keys. */
export function readTypeAttributes(
  attributes: ParsedInputOf<Catalog, 'createProductType'>['attributes'],
): TypeAttribute[] {
  return attributes.map((attribute) => ({
    ...attribute,
    key: attributeKey(attribute.name),
    choices: [...new Set(attribute.choices)],
  }))
}
