import type { Order } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'

/** An address as it is written on a parcel. */
export function AddressLines({ address }: { address: Order['shipping_address'] }) {
  const format = useFormat()
  const lines = [
    address.full_name,
    address.company,
    address.street,
    address.street2,
    `${address.postal_code} ${address.city}`,
    address.state,
    format.country(address.country),
    address.phone,
  ].filter((line) => line)
  return (
    <address className="text-control-sm not-italic">
      {lines.map((line, index) => (
        <span key={index} className="block">
          {line}
        </span>
      ))}
    </address>
  )
}
