-- Orders that discounts or gift cards cover whole have a payment of nothing.
ALTER TABLE payments.payments DROP CONSTRAINT payments_amount_minor_check;
ALTER TABLE payments.payments ADD CONSTRAINT payments_amount CHECK (amount_minor > 0 OR provider = 'nothing_to_pay');
