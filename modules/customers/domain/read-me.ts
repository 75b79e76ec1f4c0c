/** What each file of an export holds, in English and German. One that is missing here is listed by its name alone. */
const contents: Readonly<Record<string, readonly [string, string]>> = {
  'profile.json': [
    'Your account: name, addresses for mail, language.',
    'Ihr Konto: Name, Mailadresse, Sprache.',
  ],
  'sign-in.json': [
    'How you sign in: second factors, passkeys, linked accounts. No secrets.',
    'Wie Sie sich anmelden: zweite Faktoren, Passkeys, verknüpfte Konten. Keine Geheimnisse.',
  ],
  'sessions.json': [
    'When and from where you were signed in, and on which devices.',
    'Wann und von wo Sie angemeldet waren, und mit welchen Geräten.',
  ],
  'history.json': [
    'What was done with your account, from the log that is kept for its safety.',
    'Was mit Ihrem Konto geschah, aus dem Protokoll, das zu seiner Sicherheit geführt wird.',
  ],
  'connected-apps.json': [
    'The apps of others that you let sign you in with this account.',
    'Die Apps anderer, bei denen Sie sich mit diesem Konto anmelden.',
  ],
  'avatar.webp': ['Your picture.', 'Ihr Bild.'],
  'files.json': [
    'What you uploaded. Files of 24 MB in all are in this archive; each further one has an address here, where you get it signed in.',
    'Was Sie hochgeladen haben. Dateien bis zusammen 24 MB liegen in diesem Archiv; jede weitere hat hier eine Adresse, von der Sie sie angemeldet laden.',
  ],
  'addresses.json': ['The addresses you saved.', 'Die Adressen, die Sie gespeichert haben.'],
  'exports.json': [
    'When you asked for exports like this one.',
    'Wann Sie Auszüge wie diesen verlangt haben.',
  ],
  'orders.json': [
    'Your orders with what was bought, where it went and what was paid.',
    'Ihre Bestellungen: was gekauft wurde, wohin es ging und was bezahlt wurde.',
  ],
  'wishlist.json': [
    'Your wishlist, by the ids of the products, and what you want to be told about.',
    'Ihr Wunschzettel, mit den Kennungen der Produkte, und worüber Sie benachrichtigt werden wollen.',
  ],
  'product-views.json': [
    'Products you looked at, as far as you let us remember them.',
    'Produkte, die Sie angesehen haben, soweit wir sie uns merken dürfen.',
  ],
  'reviews.json': ['Your reviews of products.', 'Ihre Bewertungen von Produkten.'],
  'review-votes.json': [
    'Which reviews of others you found helpful.',
    'Welche Bewertungen anderer Sie hilfreich fanden.',
  ],
  'review-reports.json': [
    'Which reviews of others you reported, and why.',
    'Welche Bewertungen anderer Sie gemeldet haben, und warum.',
  ],
  'cart.json': ['What lies in your cart.', 'Was in Ihrem Warenkorb liegt.'],
  'mails.json': [
    'Which mails were sent to you. Their text is not kept.',
    'Welche Mails an Sie gingen. Ihr Text wird nicht aufbewahrt.',
  ],
}

type Archive = {
  readonly shop: string
  readonly email: string
  readonly made: Date
  readonly files: readonly string[]
}

/** The README.txt of an export, in plain words. */
export function readMe({ shop, email, made, files }: Archive): string {
  const day = made.toISOString().slice(0, 10)
  const list = (language: 0 | 1): string =>
    files.map((name) => `  ${name}\n      ${contents[name]?.[language] ?? name}`).join('\n')
  return `${shop}: your data
${'='.repeat(shop.length + 11)}

This archive was made on ${day} (UTC) for ${email}.
It holds everything that ${shop} keeps about you:

${list(0)}

JSON files are text that any editor opens and that other programs can read.
Times are UTC. Passwords are not in here: nobody can read yours, not even we.

Keep this archive safe, or delete it once you have read it.


${shop}: Ihre Daten
${'='.repeat(shop.length + 12)}

Dieses Archiv wurde am ${day} (UTC) für ${email} erstellt.
Es enthält alles, was ${shop} über Sie speichert:

${list(1)}

JSON-Dateien sind Text, den jeder Editor öffnet und den andere Programme lesen können.
Zeiten sind in UTC. Passwörter sind nicht dabei: Ihres kann niemand lesen, auch wir nicht.

Bewahren Sie das Archiv sicher auf, oder löschen Sie es, wenn Sie es gelesen haben.
`
}
