import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, CountryCode, Id, MoneyOut, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Email } from '../shared-fields.ts'

/** An invoice or a credit note that was issued. */
export const OrderDocument = z.strictObject({
  id: Id,
  kind: z.enum(['invoice', 'credit_note']),
  number: z.string(),
  /** Of a credit note: what went back. */
  total: MoneyOut,
  issued_at: Timestamp,
})

/** In which language a paper is printed. */
const PaperLanguage = z.enum(['en', 'de']).default('en')

const Pdf = z.strictObject({
  content_type: z.literal('application/pdf'),
  bytes: Bytes,
  attachment: z.string(),
})

/** Who sells, as it stands on papers. Empty: left out. */
const sellerFields = {
  name: Text(120, 1),
  street: Text(200, 1),
  postal_code: Text(20, 1),
  city: Text(120, 1),
  country: CountryCode,
  vat_id: Text(40).default(''),
  tax_number: Text(40).default(''),
  email: Email.or(z.literal('')).default(''),
  bank_name: Text(120).default(''),
  iban: Text(42).default(''),
  bic: Text(11).default(''),
  /** Whatever else the law of the shop's country wants. */
  note: Text(500).default(''),
} as const

const InvoiceSettings = z.strictObject({
  /** Null until somebody has said; until then nothing is issued. */
  seller: z.strictObject(sellerFields).nullable(),
  /** Orders whose papers wait. */
  waiting: z.int(),
})

/** Invoices, credit notes and papers of the warehouse. */
export const paperOperations = {
  getInvoice: {
    kind: 'query',
    summary: 'The invoice of an order as a PDF: for its buyer, a guest with the order’s token, or staff.',
    http: { method: 'GET', path: '/orders/:order_id/invoice', answer: 'binary' },
    access: { allow: ['anyone'], permission: 'orders:read', scope: 'shop:read' },
    input: z.strictObject({ order_id: Id, token: z.string().max(100).optional(), language: PaperLanguage }),
    output: Pdf,
    errors: { ORDERS_NO_INVOICE: { status: 404, message: 'There is no invoice yet.' } },
  },
  getDocument: {
    kind: 'query',
    summary: 'An invoice or a credit note of an order as a PDF.',
    http: { method: 'GET', path: '/orders/:order_id/documents/:document_id', answer: 'binary' },
    access: { allow: ['anyone'], permission: 'orders:read', scope: 'shop:read' },
    input: z.strictObject({
      order_id: Id,
      document_id: Id,
      token: z.string().max(100).optional(),
      language: PaperLanguage,
    }),
    output: Pdf,
  },
  issueInvoice: {
    kind: 'command',
    summary: 'Issue the invoice of a paid order that has none yet.',
    http: { method: 'POST', path: '/orders/:order_id/invoice', status: 201 },
    access: { allow: ['staff'], permission: 'orders:write' },
    input: z.strictObject({ order_id: Id }),
    output: z.strictObject({ documents: z.array(OrderDocument) }),
    errors: {
      ORDERS_NOT_INVOICEABLE: {
        status: 409,
        message: 'The order has an invoice already, or is unpaid or cancelled.',
      },
      ORDERS_SELLER_UNKNOWN: {
        status: 409,
        message: 'Say first who sells: the settings of invoices are empty.',
      },
    },
  },
  getInvoiceSettings: {
    kind: 'query',
    summary: 'Who sells, as it stands on invoices.',
    http: { method: 'GET', path: '/settings/invoices' },
    access: { allow: ['staff'], permission: 'settings:read' },
    input: z.strictObject({}),
    output: InvoiceSettings,
  },
  setInvoiceSettings: {
    kind: 'command',
    summary:
      'Say who sells: name, address, tax numbers and bank. Invoices that were issued stay as they are.',
    http: { method: 'PUT', path: '/settings/invoices' },
    access: { allow: ['staff'], permission: 'settings:write', fresh: true },
    input: z.strictObject(sellerFields),
    output: InvoiceSettings,
    errors: { ORDERS_BAD_IBAN: { status: 400, message: 'The check digits of the IBAN are not right.' } },
  },
  printOrders: {
    kind: 'query',
    summary:
      'A pick list of several orders, or a packing slip of each, as a PDF. Sellers their own lines alone.',
    http: { method: 'GET', path: '/orders/print', answer: 'binary' },
    access: { allow: ['staff'], permission: 'orders:read', own: 'orders:own' },
    limit: 'export',
    input: z.strictObject({
      paper: z.enum(['pick_list', 'packing_slip']),
      order_ids: z.union([
        Id.transform((id) => [id]),
        z
          .array(Id)
          .min(1)
          .max(50)
          .transform((ids) => [...new Set(ids)]),
      ]),
      language: PaperLanguage,
    }),
    output: Pdf,
  },
} as const satisfies Readonly<Record<string, Operation>>
