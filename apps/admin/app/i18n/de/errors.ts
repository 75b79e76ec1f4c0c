import type { Texts } from '../texts.ts'

/** Sentences for the codes of the API; what is missing here is shown in the server's words. */
export const errors: Texts['errors'] = {
  VALIDATION_FAILED: 'Einige Felder stimmen noch nicht. Prüfen Sie die markierten.',
  FORBIDDEN: 'Ihre Rolle erlaubt das nicht.',
  NOT_FOUND: 'Das gibt es nicht mehr.',
  UNAUTHENTICATED: 'Ihre Sitzung ist beendet. Melden Sie sich neu an.',
  PAYLOAD_TOO_LARGE: 'Die Datei ist zu groß.',
  RATE_LIMITED: 'Zu viele Anfragen. Warten Sie einen Moment.',
  INTERNAL:
    'Auf dem Server ging etwas schief. Versuchen Sie es noch einmal; bleibt es dabei, weiß sein Protokoll mehr.',
  UNAVAILABLE: 'Der Server ist gerade nicht zu erreichen.',
  DEADLINE_EXCEEDED:
    'Der Server brauchte zu lange. Prüfen Sie, ob die Änderung angekommen ist, bevor Sie sie wiederholen.',
  IDEMPOTENCY_IN_PROGRESS: 'Dieselbe Anfrage läuft noch. Warten Sie einen Moment.',
  IDENTITY_WRONG_CREDENTIALS: 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
  IDENTITY_TOO_MANY_TRIES: 'Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es dann noch einmal.',
  IDENTITY_TOKEN_INVALID:
    'Dieser Link gilt nicht mehr. Starten Sie den Server neu, dann gibt er einen neuen aus.',
  IDENTITY_PASSWORD_TOO_COMMON: 'Das ist eines der häufigsten Passwörter. Wählen Sie ein anderes.',
  IDENTITY_EMAIL_TAKEN: 'Es gibt schon ein Konto mit dieser Adresse.',
  CATALOG_SKU_TAKEN: 'Eine andere Variante hat eine dieser Artikelnummern.',
  CATALOG_SLUG_TAKEN: 'Eine andere Seite hat diese Adresse.',
  CATALOG_BAD_PRICE: 'Ein Preis hat mehr Nachkommastellen als die Währung des Shops.',
  CATALOG_BAD_VARIANTS: 'Jede Variante braucht einen Wert je Option, und keine zwei dürfen gleich sein.',
  CATALOG_CATEGORY_UNKNOWN: 'Diese Kategorie gibt es nicht mehr.',
  CATALOG_PICTURE_UNKNOWN: 'Ein Bild gibt es nicht mehr. Laden Sie es neu hoch.',
  CATALOG_CATEGORY_CYCLE: 'Eine Kategorie kann nicht unter sich selbst stehen.',
  CATALOG_CATEGORY_NOT_EMPTY: 'Verschieben Sie zuerst ihre Produkte und Unterkategorien.',
  INVENTORY_BELOW_RESERVED: 'Es wäre weniger Bestand da, als Bestellungen reserviert haben.',
  MEDIA_NOT_A_PICTURE: 'Kein Bild in JPEG, PNG, WebP oder AVIF.',
  MEDIA_TOO_MANY_PIXELS: 'Mehr als 50 Millionen Pixel.',
  ORDERS_NOT_EDITABLE: 'Die Bestellung kann nicht mehr geändert werden.',
  ORDERS_NOT_CANCELLABLE: 'Die Bestellung wurde schon versandt oder storniert.',
  ORDERS_STEP_NOT_ALLOWED: 'Die Bestellung ist inzwischen weiter. Sehen Sie ihren jetzigen Status an.',
  PAYMENTS_NOTHING_TO_REFUND: 'Für diese Bestellung wurde nichts bezahlt, oder alles ist erstattet.',
  PAYMENTS_REFUND_TOO_LARGE: 'Das ist mehr, als von der Zahlung übrig ist.',
  PAYMENTS_BAD_AMOUNT: 'Geben Sie einen positiven Betrag in der Währung der Zahlung ein.',
  SHIPPING_BAD_PRICE: 'Der Preis hat mehr Nachkommastellen als die Währung des Shops.',
  SHIPPING_CODE_TAKEN: 'Eine andere Versandart hat diesen Code.',
}
