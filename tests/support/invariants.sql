-- What must hold of stock and money, over all schemas. Each statement answers one row: the invariant's name, whether
-- it is only asked for when nothing is under way (at_rest), and how often it is violated. 0 means that it holds.

SELECT 'stock: on hand is the sum of its movements' AS name, false AS at_rest, count(*) AS violations
FROM inventory.levels l
FULL JOIN (SELECT variant_id, sum(delta) AS moved FROM inventory.movements GROUP BY variant_id) m USING (variant_id)
WHERE coalesce(l.on_hand, 0) <> coalesce(m.moved, 0);

SELECT 'stock: each location has the sum of its movements' AS name, false AS at_rest, count(*) AS violations
FROM (
  SELECT variant_id, location_id, on_hand FROM inventory.location_levels
  UNION ALL
  SELECT variant_id, '00000000-0000-7000-8000-000000000001', on_hand - elsewhere FROM inventory.levels
) l
FULL JOIN (
  SELECT variant_id, location_id, sum(delta) AS moved FROM inventory.movements GROUP BY variant_id, location_id
) m USING (variant_id, location_id)
WHERE coalesce(l.on_hand, 0) <> coalesce(m.moved, 0);

SELECT 'stock: what lies elsewhere is the sum of the other locations' AS name, false AS at_rest, count(*) AS violations
FROM inventory.levels l
FULL JOIN (SELECT variant_id, sum(on_hand) AS lies FROM inventory.location_levels GROUP BY variant_id) p USING (variant_id)
WHERE coalesce(l.elsewhere, 0) <> coalesce(p.lies, 0);

SELECT 'stock: nothing lies in a closed location' AS name, false AS at_rest, count(*) AS violations
FROM inventory.location_levels p JOIN inventory.locations l ON l.id = p.location_id
WHERE l.closed_at IS NOT NULL AND p.on_hand > 0;

SELECT 'stock: an applied count moved each of its lines once' AS name, false AS at_rest, count(*) AS violations
FROM inventory.stock_take_lines line
LEFT JOIN (
  SELECT reference, variant_id, count(*) AS moves, sum(delta) AS moved FROM inventory.movements
  WHERE reason = 'counted' GROUP BY reference, variant_id
) m ON m.reference = line.stock_take_id::text AND m.variant_id = line.variant_id
WHERE line.status = 'applied' AND (m.moves IS DISTINCT FROM 1 OR m.moved <> line.difference);

SELECT 'stock: transfers move nothing in all' AS name, false AS at_rest, count(*) AS violations
FROM (
  SELECT reference FROM inventory.movements WHERE reason = 'transferred'
  GROUP BY reference, variant_id HAVING sum(delta) <> 0 OR count(*) <> 2
) t;

SELECT 'stock: reserved lies between nothing and what may be ordered' AS name, false AS at_rest,
  count(*) AS violations
FROM inventory.levels WHERE reserved < 0 OR reserved > on_hand + overdraft OR backorder_limit > overdraft;

SELECT 'stock: reserved is the sum of held lines' AS name, false AS at_rest, count(*) AS violations
FROM inventory.levels l
FULL JOIN (
  SELECT line.variant_id, sum(line.quantity) AS held
  FROM inventory.reservations r JOIN inventory.reservation_lines line USING (order_id)
  WHERE r.status = 'held' GROUP BY line.variant_id
) h USING (variant_id)
WHERE coalesce(l.reserved, 0) <> coalesce(h.held, 0);

SELECT 'stock: sold pieces are those of committed reservations' AS name, false AS at_rest, count(*) AS violations
FROM (
  SELECT variant_id, -sum(delta) AS sold FROM inventory.movements
  WHERE reason IN ('sold', 'restocked') GROUP BY variant_id
) s
FULL JOIN (
  SELECT line.variant_id, sum(line.quantity - line.given_back) AS committed
  FROM inventory.reservations r JOIN inventory.reservation_lines line USING (order_id)
  WHERE r.status = 'committed' GROUP BY line.variant_id
) c USING (variant_id)
WHERE coalesce(s.sold, 0) <> coalesce(c.committed, 0);

SELECT 'stock: what is held or sold has lines' AS name, false AS at_rest, count(*) AS violations
FROM inventory.reservations r
WHERE status IN ('held', 'committed')
  AND NOT EXISTS (SELECT FROM inventory.reservation_lines line WHERE line.order_id = r.order_id);

SELECT 'stock: held only for a purchase on its way' AS name, true AS at_rest, count(*) AS violations
FROM inventory.reservations r LEFT JOIN checkout.processes p USING (order_id)
WHERE r.status = 'held' AND p.state IS DISTINCT FROM 'open';

SELECT 'stock: sold only by paid orders' AS name, true AS at_rest, count(*) AS violations
FROM inventory.reservations r LEFT JOIN orders.orders o ON o.id = r.order_id
WHERE r.status = 'committed' AND coalesce(o.status, '') NOT IN ('paid', 'processing', 'shipped', 'delivered');

SELECT 'stock: cancelled orders hold and sell none' AS name, true AS at_rest, count(*) AS violations
FROM orders.orders o JOIN inventory.reservations r ON r.order_id = o.id
WHERE o.status = 'cancelled' AND r.status <> 'released';

SELECT 'ledger: debits equal credits in every transaction' AS name, false AS at_rest, count(*) AS violations
FROM (
  SELECT transaction_id FROM payments.ledger_entries GROUP BY transaction_id
  HAVING sum(debit_minor) <> sum(credit_minor) OR count(DISTINCT currency) <> 1 OR count(DISTINCT payment_id) <> 1
) t;

SELECT 'ledger: agrees with what payments captured and refunded' AS name, false AS at_rest, count(*) AS violations
FROM payments.payments p
LEFT JOIN (
  SELECT payment_id,
    sum(credit_minor - debit_minor) FILTER (WHERE account = 'customer_payments') AS captured,
    sum(debit_minor - credit_minor) FILTER (WHERE account = 'refunds') AS refunded
  FROM payments.ledger_entries GROUP BY payment_id
) e ON e.payment_id = p.id
WHERE p.captured_minor <> coalesce(e.captured, 0) OR p.refunded_minor <> coalesce(e.refunded, 0);

SELECT 'ledger: its currency is the payment''s' AS name, false AS at_rest, count(*) AS violations
FROM payments.ledger_entries e JOIN payments.payments p ON p.id = e.payment_id WHERE e.currency <> p.currency;

SELECT 'refunds: never more than was captured, and the sum of their rows' AS name, false AS at_rest,
  count(*) AS violations
FROM payments.payments p
LEFT JOIN (
  SELECT payment_id, sum(amount_minor) AS refunded FROM payments.refunds WHERE status <> 'failed' GROUP BY payment_id
) r ON r.payment_id = p.id
WHERE p.refunded_minor > p.captured_minor OR p.refunded_minor <> coalesce(r.refunded, 0);

SELECT 'refunds: no line is paid back for more pieces, or the delivery for more, than was sold' AS name, false AS at_rest,
  count(*) AS violations
FROM (
  SELECT i.id FROM orders.items i
  JOIN payments.refund_lines l ON l.line_id = i.id
  JOIN payments.refunds r ON r.id = l.refund_id AND r.status <> 'failed'
  GROUP BY i.id, i.quantity HAVING sum(l.quantity) > i.quantity
  UNION ALL
  SELECT o.id FROM orders.orders o
  JOIN payments.payments p ON p.order_id = o.id
  JOIN payments.refunds r ON r.payment_id = p.id AND r.status <> 'failed'
  GROUP BY o.id, o.total_minor HAVING sum(r.shipping_minor) > o.total_minor - (
    SELECT sum(coalesce(l.total_minor, i.unit_price_minor * i.quantity)) FROM orders.items i
    LEFT JOIN orders.priced_lines l ON l.order_id = i.order_id AND l.position = i.position WHERE i.order_id = o.id)
) beyond;

SELECT 'refunds: the parts of each add up to it' AS name, false AS at_rest, count(*) AS violations
FROM payments.refunds r
JOIN (SELECT refund_id, sum(amount_minor) AS parts FROM payments.refund_lines GROUP BY refund_id) l ON l.refund_id = r.id
WHERE r.amount_minor <> l.parts + r.shipping_minor;

SELECT 'returns: no line comes back for more pieces than were sold' AS name, false AS at_rest, count(*) AS violations
FROM (
  SELECT i.id FROM orders.items i
  JOIN orders.return_lines l ON l.line_id = i.id
  JOIN orders.returns r ON r.id = l.return_id
  WHERE r.status NOT IN ('rejected', 'cancelled') AND NOT (r.status = 'closed' AND r.received_at IS NULL)
  GROUP BY i.id, i.quantity HAVING sum(l.quantity - coalesce(l.missing, 0)) > i.quantity
) beyond;

SELECT 'refunds: the bank paid back each once, and no other' AS name, true AS at_rest, count(*) AS violations
FROM (
  SELECT r.id, r.amount_minor FROM payments.refunds r JOIN payments.payments p ON p.id = r.payment_id
  WHERE r.status = 'succeeded' AND p.provider = 'sandbox'
) r
FULL JOIN payments.sandbox_refunds b ON b.refund_id = r.id
WHERE r.amount_minor IS DISTINCT FROM b.amount_minor;

SELECT 'refunds: none waits for its provider' AS name, true AS at_rest, count(*) AS violations
FROM payments.refunds WHERE status = 'pending';

SELECT 'money: what was captured was approved by the bank' AS name, false AS at_rest, count(*) AS violations
FROM payments.payments p
LEFT JOIN payments.sandbox_payments b ON b.reference::text = p.provider_reference
WHERE p.provider = 'sandbox' AND p.captured_minor > 0
  AND (b.status IS DISTINCT FROM 'approved' OR b.amount_minor <> p.amount_minor OR b.currency <> p.currency);

SELECT 'money: what the bank approved was captured' AS name, true AS at_rest, count(*) AS violations
FROM payments.sandbox_payments b
LEFT JOIN payments.payments p ON p.provider = 'sandbox' AND p.provider_reference = b.reference::text
WHERE b.status = 'approved' AND coalesce(p.captured_minor, 0) = 0;

SELECT 'money: a paid order has one captured payment of its amount and currency' AS name, false AS at_rest,
  count(*) AS violations
FROM orders.orders o
LEFT JOIN payments.payments p ON p.order_id = o.id AND p.id = o.payment_id
WHERE o.status IN ('paid', 'processing', 'shipped', 'delivered')
  AND (p.captured_minor IS DISTINCT FROM o.total_minor - o.gift_card_minor OR p.currency <> o.currency)
  AND NOT (p.provider = 'cash_on_delivery' AND p.status = 'pending' AND p.amount_minor = o.total_minor - o.gift_card_minor);

SELECT 'money: cash is due for orders that were accepted, and for no other' AS name, true AS at_rest,
  count(*) AS violations
FROM payments.payments p LEFT JOIN orders.orders o ON o.id = p.order_id
WHERE p.provider = 'cash_on_delivery'
  AND (p.status = 'pending') <> (coalesce(o.status, '') IN ('processing', 'shipped', 'delivered') AND p.captured_minor = 0);

SELECT 'money: the till holds the cash that was taken and not paid back' AS name, false AS at_rest, count(*) AS violations
FROM payments.payments p
LEFT JOIN (
  SELECT payment_id, sum(debit_minor - credit_minor) AS lies FROM payments.ledger_entries WHERE account = 'cash'
  GROUP BY payment_id
) c ON c.payment_id = p.id
WHERE coalesce(c.lies, 0) <> CASE WHEN p.provider = 'cash_on_delivery' THEN p.captured_minor - p.refunded_minor ELSE 0 END;

SELECT 'money: a captured payment has a paid order or was refunded whole' AS name, true AS at_rest,
  count(*) AS violations
FROM payments.payments p LEFT JOIN orders.orders o ON o.id = p.order_id
WHERE p.captured_minor > 0 AND p.refunded_minor < p.captured_minor
  AND coalesce(o.status, '') NOT IN ('paid', 'processing', 'shipped', 'delivered');

SELECT 'money: no payment can still be made for an order that ended' AS name, true AS at_rest, count(*) AS violations
FROM payments.payments p JOIN orders.orders o ON o.id = p.order_id
WHERE p.status = 'pending' AND o.status <> 'pending_payment'
  AND (p.provider <> 'cash_on_delivery' OR o.status = 'cancelled');

SELECT 'orders: a paid one has sold exactly its lines' AS name, false AS at_rest, count(*) AS violations
FROM orders.orders o
LEFT JOIN inventory.reservations r ON r.order_id = o.id
WHERE o.status IN ('paid', 'processing', 'shipped', 'delivered')
  AND (r.status IS DISTINCT FROM 'committed' OR EXISTS (
    SELECT FROM
      (SELECT variant_id, sum(quantity) AS pieces FROM orders.items i WHERE i.order_id = o.id GROUP BY variant_id) i
      FULL JOIN (SELECT variant_id, quantity AS pieces FROM inventory.reservation_lines l WHERE l.order_id = o.id) l
        USING (variant_id)
    WHERE i.pieces IS DISTINCT FROM l.pieces));

SELECT 'orders: each has items, and its totals add up' AS name, false AS at_rest, count(*) AS violations
FROM orders.orders o
LEFT JOIN (
  SELECT order_id, sum(unit_price_minor * quantity) AS subtotal, sum(quantity) AS pieces
  FROM orders.items GROUP BY order_id
) i ON i.order_id = o.id
WHERE i.pieces IS NULL OR i.subtotal <> o.subtotal_minor OR i.pieces <> o.item_count
  OR o.total_minor <> o.subtotal_minor + o.shipping_minor - o.discount_minor + o.added_tax_minor;

SELECT 'orders: what its lines and its shipping cost is its total' AS name, false AS at_rest, count(*) AS violations
FROM orders.orders o
LEFT JOIN (
  SELECT order_id, sum(total_minor) AS total, sum(discount_minor) AS discount, count(*) AS lines
  FROM orders.priced_lines GROUP BY order_id
) l ON l.order_id = o.id
WHERE o.pricing IS NOT NULL AND (
  coalesce(l.total, 0) + (o.pricing -> 'shipping' ->> 'total_minor')::bigint <> o.total_minor
  OR coalesce(l.discount, 0) + (o.pricing -> 'shipping' ->> 'discount_minor')::bigint <> o.discount_minor
  OR l.lines IS DISTINCT FROM (SELECT count(*) FROM orders.items i WHERE i.order_id = o.id));

SELECT 'orders: gift cards were charged what the order says, and got it back when it was cancelled' AS name,
  true AS at_rest, count(*) AS violations
FROM orders.orders o
FULL JOIN (
  SELECT order_id, -sum(amount_minor) FILTER (WHERE kind = 'charged') AS charged, -sum(amount_minor) AS kept
  FROM pricing.gift_card_entries WHERE order_id IS NOT NULL GROUP BY order_id
) c ON c.order_id = o.id
WHERE CASE WHEN o.id IS NULL OR o.status = 'cancelled' THEN coalesce(c.kept, 0) <> 0
  ELSE coalesce(c.charged, 0) <> o.gift_card_minor OR c.kept < 0 END;

SELECT 'orders: a paid one has used up its coupons for good' AS name, true AS at_rest, count(*) AS violations
FROM pricing.holds h LEFT JOIN orders.orders o ON o.id = h.order_id
WHERE h.status IS DISTINCT FROM CASE
  WHEN o.status IN ('paid', 'processing', 'shipped', 'delivered') THEN 'settled' ELSE 'released' END;

SELECT 'orders: no piece is sent twice, and what has left is counted' AS name, false AS at_rest, count(*) AS violations
FROM orders.orders o
WHERE EXISTS (
    SELECT FROM orders.items i LEFT JOIN orders.allotted_lines a USING (order_id, position)
    WHERE i.order_id = o.id AND (coalesce(a.quantity, 0) > i.quantity OR coalesce(a.quantity, 0) <> (
      SELECT coalesce(sum(l.quantity), 0) FROM orders.shipment_lines l JOIN orders.shipments s ON s.id = l.shipment_id
      WHERE l.order_id = i.order_id AND l.position = i.position AND s.state <> 'cancelled')))
  OR (o.packed_count, o.sent_count, o.arrived_count) <> (
    SELECT coalesce(sum(l.quantity) FILTER (WHERE s.state <> 'cancelled'), 0)::int,
      coalesce(sum(l.quantity) FILTER (WHERE s.state IN ('shipped', 'delivered')), 0)::int,
      coalesce(sum(l.quantity) FILTER (WHERE s.state = 'delivered'), 0)::int
    FROM orders.shipment_lines l JOIN orders.shipments s ON s.id = l.shipment_id WHERE l.order_id = o.id)
  OR o.status = 'cancelled' AND o.packed_count > 0;

SELECT 'orders: each is what its checkout planned' AS name, false AS at_rest, count(*) AS violations
FROM orders.orders o LEFT JOIN checkout.processes p ON p.order_id = o.id
WHERE p.order_id IS NULL OR (p.plan ->> 'total_minor')::bigint <> o.total_minor
  OR jsonb_array_length(p.plan -> 'lines') <> (SELECT count(*) FROM orders.items i WHERE i.order_id = o.id);

SELECT 'orders: none becomes paid twice' AS name, false AS at_rest, count(*) AS violations
FROM (SELECT order_id FROM orders.history WHERE status = 'paid' GROUP BY order_id HAVING count(*) > 1) twice;

SELECT 'orders: each that became paid told so once' AS name, false AS at_rest, count(*) AS violations
FROM (SELECT order_id FROM orders.history WHERE status = 'paid' GROUP BY order_id) h
FULL JOIN (
  SELECT (payload ->> 'order_id')::uuid AS order_id, count(*) AS told
  FROM platform_events.events WHERE type = 'orders.order-paid.v1' GROUP BY 1
) e USING (order_id)
WHERE h.order_id IS NULL OR e.told IS DISTINCT FROM 1;

SELECT 'orders: each that became paid has one confirmation mail' AS name, true AS at_rest, count(*) AS violations
FROM (
  SELECT DISTINCT h.order_id FROM orders.history h LEFT JOIN payments.payments p ON p.order_id = h.order_id
  WHERE h.status = 'paid' OR (h.status = 'processing' AND p.provider = 'cash_on_delivery')
) h
FULL JOIN (
  SELECT order_id, count(*) AS mails FROM notifications.messages
  WHERE template = 'order-confirmation' GROUP BY order_id
) m USING (order_id)
WHERE h.order_id IS NULL OR m.mails IS DISTINCT FROM 1;

SELECT 'orders: each that became paid has one audit entry' AS name, true AS at_rest, count(*) AS violations
FROM (SELECT DISTINCT order_id::text AS order_id FROM orders.history WHERE status = 'paid') h
FULL JOIN (
  SELECT subject_id AS order_id, count(*) AS entries FROM audit.entries WHERE action = 'orders.paid' GROUP BY subject_id
) a USING (order_id)
WHERE h.order_id IS NULL OR a.entries IS DISTINCT FROM 1;

SELECT 'orders: each cancelled one has one audit entry' AS name, true AS at_rest, count(*) AS violations
FROM (SELECT id::text AS order_id FROM orders.orders WHERE status = 'cancelled') o
FULL JOIN (
  SELECT subject_id AS order_id, count(*) AS entries FROM audit.entries
  WHERE action IN ('orders.cancelled', 'orders.abandoned') GROUP BY subject_id
) a USING (order_id)
WHERE o.order_id IS NULL OR a.entries IS DISTINCT FROM 1;

-- The limit may be set for one connection: SET rampart.undecided_minutes = 20.
SELECT 'checkout: nothing is undecided for too long' AS name, false AS at_rest, count(*) AS violations
FROM checkout.processes
WHERE state = 'open' AND created_at < now() - interval '1 minute'
  * coalesce(nullif(current_setting('rampart.undecided_minutes', true), ''), '15')::int;

SELECT 'checkout: no purchase stays open when its payment is decided' AS name, true AS at_rest, count(*) AS violations
FROM checkout.processes c
LEFT JOIN payments.payments p ON p.order_id = c.order_id
LEFT JOIN orders.orders o ON o.id = c.order_id
WHERE c.state = 'open' AND (p.status <> 'pending' OR o.status <> 'pending_payment');

SELECT 'checkout: a finished purchase has an order that was paid, or is sent to be paid at the door' AS name, false AS at_rest, count(*) AS violations
FROM checkout.processes c
WHERE c.state = 'completed'
  AND NOT EXISTS (
    SELECT FROM orders.history h LEFT JOIN payments.payments p ON p.order_id = h.order_id
    WHERE h.order_id = c.order_id
      AND (h.status = 'paid' OR (h.status = 'processing' AND p.provider = 'cash_on_delivery')));

SELECT 'checkout: an abandoned purchase has no living order' AS name, true AS at_rest, count(*) AS violations
FROM checkout.processes c JOIN orders.orders o ON o.id = c.order_id
WHERE c.state = 'abandoned' AND o.status <> 'cancelled';

SELECT 'events: none is left, given up or stuck' AS name, true AS at_rest,
  (SELECT count(*) FROM platform_events.deliveries) + (SELECT count(*) FROM platform_events.dead_letters)
    AS violations;

SELECT 'jobs: none was given up' AS name, false AS at_rest, count(*) AS violations
FROM graphile_worker._private_jobs
-- One whose key another took while it ran is not tried again, and not missed.
WHERE attempts >= max_attempts AND NOT (key IS NULL AND coalesce(flags ? 'keyed', false));

SELECT 'pricing: a gift card holds the sum of its entries' AS name, false AS at_rest, count(*) AS violations
FROM pricing.gift_cards c
LEFT JOIN (
  SELECT gift_card_id, sum(amount_minor) AS booked FROM pricing.gift_card_entries GROUP BY gift_card_id
) e ON e.gift_card_id = c.id
WHERE c.balance_minor <> coalesce(e.booked, 0) OR c.balance_minor < 0;

SELECT 'pricing: a gift card was issued once, for what it says' AS name, false AS at_rest, count(*) AS violations
FROM pricing.gift_cards c
LEFT JOIN (
  SELECT gift_card_id, count(*) AS times, sum(amount_minor) AS issued FROM pricing.gift_card_entries
  WHERE kind = 'issued' GROUP BY gift_card_id
) e ON e.gift_card_id = c.id
WHERE e.times IS DISTINCT FROM 1 OR e.issued <> c.issued_minor;

SELECT 'pricing: a coupon was used by the orders that are held or settled' AS name, false AS at_rest,
  count(*) AS violations
FROM pricing.coupons c
LEFT JOIN (
  SELECT r.coupon_id, count(*) AS orders FROM pricing.redemptions r JOIN pricing.holds h USING (order_id)
  WHERE h.status IN ('held', 'settled') GROUP BY r.coupon_id
) o ON o.coupon_id = c.id
WHERE c.uses <> coalesce(o.orders, 0);

SELECT 'pricing: a person has used a coupon as often as their orders have' AS name, false AS at_rest,
  count(*) AS violations
FROM (SELECT coupon_id, person, uses FROM pricing.coupon_persons WHERE uses > 0) p
FULL JOIN (
  SELECT r.coupon_id, h.person, count(*) AS orders FROM pricing.redemptions r JOIN pricing.holds h USING (order_id)
  WHERE h.status IN ('held', 'settled') AND h.person IS NOT NULL GROUP BY r.coupon_id, h.person
) o USING (coupon_id, person)
WHERE coalesce(p.uses, 0) <> coalesce(o.orders, 0);

SELECT 'pricing: an order takes nothing from gift cards once it is released, and never gets more than it paid' AS name,
  false AS at_rest, count(*) AS violations
FROM (
  SELECT e.order_id, e.gift_card_id, -sum(e.amount_minor) AS paid FROM pricing.gift_card_entries e
  WHERE e.order_id IS NOT NULL GROUP BY e.order_id, e.gift_card_id
) p JOIN pricing.holds h USING (order_id)
WHERE p.paid < 0 OR (h.status = 'released' AND p.paid <> 0);
