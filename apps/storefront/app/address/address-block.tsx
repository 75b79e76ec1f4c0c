import { useEnvironment } from '../environment.tsx'

export type PostalAddress = {
  full_name?: string | undefined
  company?: string | undefined
  street: string
  street2?: string | undefined
  postal_code: string
  city: string
  state?: string | undefined
  country: string
  phone?: string | undefined
}

/** An address as it stands on an envelope. */
export function AddressBlock({ address }: { address: PostalAddress }) {
  const { locale } = useEnvironment()
  const lines = [
    address.full_name,
    address.company,
    address.street,
    address.street2,
    `${address.postal_code} ${address.city}`,
    address.state,
    new Intl.DisplayNames(locale, { type: 'region' }).of(address.country),
    address.phone,
  ].filter(Boolean)
  return (
    <address className="not-italic" suppressHydrationWarning>
      {lines.map((line) => (
        <span key={line} className="block" suppressHydrationWarning>
          {line}
        </span>
      ))}
    </address>
  )
}
