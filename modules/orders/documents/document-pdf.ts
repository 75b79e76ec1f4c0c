import { makePdf } from '@rampart/platform/pdf/make-pdf.ts'
import type { Sheet } from '@rampart/platform/pdf/sheet.ts'
import type { DocumentContent, Seller } from '../domain/document.ts'
import type { Issued } from '../store/documents.ts'
import { addressText } from './address-text.ts'
import { amountText, dayText, type Language, rateText, wordsIn } from './words.ts'

type Pdf = { content_type: 'application/pdf'; bytes: Uint8Array<ArrayBuffer>; attachment: string }

/** An invoice or a credit note as it is printed: from what was written when it was issued, and nothing else. */
export async function documentPdf(issued: Issued, language: Language): Promise<Pdf> {
  const words = wordsIn[language]
  const title = `${words[issued.kind]} ${issued.number}`
  const options = {
    title,
    language,
    made_at: new Date(issued.issued_at),
    footer: sellerLine(issued.content.seller, language),
  }
  const bytes = await makePdf(options, (sheet) => draw(sheet, issued, language, title))
  return { content_type: 'application/pdf', bytes, attachment: `${issued.number}.pdf` }
}

function draw(sheet: Sheet, issued: Issued, language: Language, title: string): void {
  const { content, currency } = issued
  const words = wordsIn[language]
  sheet.text(content.seller.name, { bold: true, size: 13 })
  sheet.text(sellerAddress(content.seller, language), { quiet: true })
  sheet.space(28)
  sheet.beside(content.recipient === null ? [] : addressText(content.recipient, language), [
    `${words.number}: ${issued.number}`,
    `${words.date}: ${dayText(issued.issued_at, language)}`,
    `${words.order}: ${content.order_number}`,
    `${words.ordered}: ${dayText(content.placed_at, language)}`,
    ...taxNames(content.seller, language),
  ])
  sheet.space(24)
  sheet.text(title, { bold: true, size: 15 })
  if (content.credits !== null) sheet.text(`${words.credits} ${content.credits}`)
  sheet.space(10)
  if (content.lines.length > 0) lines(sheet, content, currency, language)
  sums(sheet, issued, language)
  sheet.space(14)
  sheet.text(words[content.prices], { quiet: true, size: 8.5 })
  bank(sheet, content.seller, language)
  if (content.seller.note !== '') sheet.text(content.seller.note, { quiet: true, size: 8.5 })
}

function lines(sheet: Sheet, content: DocumentContent, currency: string, language: Language): void {
  const words = wordsIn[language]
  const money = (minor: number) => amountText(minor, currency, language)
  sheet.table(
    [
      { label: words.item, share: 0.44 },
      { label: words.quantity, share: 0.12, end: true },
      { label: words.price, share: 0.17, end: true },
      { label: words.tax, share: 0.1, end: true },
      { label: words.amount, share: 0.17, end: true },
    ],
    content.lines.map((line) => [
      [[line.name, ...line.options].join(', '), line.sku].join('\n'),
      String(line.quantity),
      money(line.unit_price_minor),
      rateText(line.tax_rate_percent, language),
      money(line.total_minor),
    ]),
  )
}

function sums(sheet: Sheet, { kind, content, currency }: Issued, language: Language): void {
  const words = wordsIn[language]
  const money = (minor: number) => amountText(minor, currency, language)
  const { shipping, discounts, taxes, total_minor, gift_card_minor } = content
  sheet.sums([
    ...(content.lines.length > 0
      ? [[`${words.shipping} (${shipping.name})`, money(shipping.amount_minor)] as const]
      : []),
    ...discounts.map(({ name, amount_minor }) => [name, `-${money(amount_minor)}`] as const),
    ...taxes.flatMap(({ rate_percent, net_minor, tax_minor }) => [
      [`${words.net} (${rateText(rate_percent, language)})`, money(net_minor)] as const,
      [`${words.tax} (${rateText(rate_percent, language)})`, money(tax_minor)] as const,
    ]),
    [kind === 'invoice' ? words.total : words.credited, money(total_minor), true],
    ...(gift_card_minor > 0 ? [[words.giftCard, `-${money(gift_card_minor)}`] as const] : []),
  ])
}

function bank(sheet: Sheet, seller: Seller, language: Language): void {
  const parts = [
    seller.bank_name,
    seller.iban === '' ? '' : `IBAN ${seller.iban}`,
    seller.bic === '' ? '' : `BIC ${seller.bic}`,
  ].filter((part) => part !== '')
  if (parts.length > 0)
    sheet.text(`${wordsIn[language].bank}: ${parts.join(', ')}`, { quiet: true, size: 8.5 })
}

function taxNames({ vat_id, tax_number }: Seller, language: Language): string[] {
  const words = wordsIn[language]
  return [
    ...(vat_id === '' ? [] : [`${words.vatId}: ${vat_id}`]),
    ...(tax_number === '' ? [] : [`${words.taxNumber}: ${tax_number}`]),
  ]
}

function sellerAddress(seller: Seller, language: Language): string {
  return addressText(seller, language).join(' · ')
}

/** The foot of each page. */
export function sellerLine(seller: Seller, language: Language): string {
  return [seller.name, sellerAddress(seller, language), seller.email]
    .filter((part) => part !== '')
    .join(' · ')
}
