-- Cash that a courier took, and what providers keep for their service, have accounts of their own.
ALTER TABLE payments.ledger_entries
  DROP CONSTRAINT ledger_entries_account_check,
  ADD CONSTRAINT ledger_entries_account_check
    CHECK (account IN ('provider_clearing', 'customer_payments', 'refunds', 'cash', 'fees'));
