-- Buyers who leave: their orders keep the figures and, for as long as the law wants it, the address of the invoice.
ALTER TABLE orders.orders
  ADD COLUMN erasure_asked_at timestamptz,
  ADD COLUMN erased_at timestamptz,
  ADD COLUMN invoice_kept_until date;

CREATE INDEX orders_to_erase ON orders.orders (id) WHERE erasure_asked_at IS NOT NULL AND erased_at IS NULL;
CREATE INDEX orders_kept_invoices ON orders.orders (invoice_kept_until) WHERE invoice_kept_until IS NOT NULL;
CREATE INDEX orders_of_guest_mail ON orders.orders (email) WHERE customer_id IS NULL;
