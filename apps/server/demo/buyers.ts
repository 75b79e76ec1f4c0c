/** How far the order of a buyer has come. */
export type Fate = 'delivered' | 'shipped' | 'processing' | 'paid' | 'cancelled'

/** Who buys in the demo, and where it goes. */
export const buyers: readonly {
  name: string
  city: string
  postal_code: string
  country: string
  street: string
  fate: Fate
}[] = [
  {
    name: 'Ada Marlow',
    street: '14 Quay Street',
    city: 'Bristol',
    postal_code: 'BS1 4DA',
    country: 'GB',
    fate: 'delivered',
  },
  {
    name: 'Noor Haddad',
    street: '210 Pine Avenue',
    city: 'Portland',
    postal_code: '97204',
    country: 'US',
    fate: 'shipped',
  },
  {
    name: 'Jonas Feld',
    street: 'Lindenweg 8',
    city: 'Leipzig',
    postal_code: '04109',
    country: 'DE',
    fate: 'processing',
  },
  {
    name: 'Mina Okafor',
    street: '5 Harbour Road',
    city: 'Cork',
    postal_code: 'T12 X7PD',
    country: 'IE',
    fate: 'paid',
  },
  {
    name: 'Luc Perrin',
    street: '3 rue des Arts',
    city: 'Lille',
    postal_code: '59000',
    country: 'FR',
    fate: 'cancelled',
  },
  {
    name: 'Tess Okonjo',
    street: '77 Canal Walk',
    city: 'Leeds',
    postal_code: 'LS1 5QS',
    country: 'GB',
    fate: 'paid',
  },
]
