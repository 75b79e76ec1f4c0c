-- Promotions are rules as data; `rule` is what `rules/stored-rule.ts` reads.
CREATE TABLE pricing.promotions (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  note text NOT NULL,
  active boolean NOT NULL,
  position integer NOT NULL,
  starts_at timestamptz,
  ends_at timestamptz CHECK (ends_at > starts_at),
  needs_coupon boolean NOT NULL,
  rule jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE INDEX promotions_position ON pricing.promotions (position, id);

-- Grows with every change of a promotion or of the taxes, so that processes know when to read them anew.
CREATE TABLE pricing.revision (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  revision bigint NOT NULL
);

INSERT INTO pricing.revision (revision) VALUES (1);

-- Codes are kept as they are typed but for spaces, hyphens and case: they are printed on leaflets, and staff look them up.
CREATE TABLE pricing.coupons (
  id uuid PRIMARY KEY,
  promotion_id uuid NOT NULL REFERENCES pricing.promotions (id),
  code text NOT NULL CONSTRAINT coupons_code UNIQUE,
  active boolean NOT NULL,
  max_uses integer CHECK (max_uses >= 1),
  max_uses_per_person integer CHECK (max_uses_per_person >= 1),
  -- Of orders that are held or settled. Grows only by the guarded statement of store/redemptions.ts.
  uses integer NOT NULL DEFAULT 0 CHECK (uses >= 0),
  created_at timestamptz NOT NULL
);

CREATE INDEX coupons_promotion ON pricing.coupons (promotion_id, created_at DESC, id DESC);

-- A person is the keyed hash of a mail address.
CREATE TABLE pricing.coupon_persons (
  coupon_id uuid NOT NULL REFERENCES pricing.coupons (id),
  person bytea NOT NULL,
  uses integer NOT NULL CHECK (uses >= 0),
  PRIMARY KEY (coupon_id, person)
);

CREATE INDEX coupon_persons_person ON pricing.coupon_persons (person);

-- What an order uses up: one row for each order, so that repeats and latecomers find what became of it.
CREATE TABLE pricing.holds (
  order_id uuid PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('held', 'settled', 'released')),
  -- Null: given up before anything was held, or the person has been erased.
  person bytea,
  held_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE INDEX holds_person ON pricing.holds (person);

-- Coupons of an order. They count as long as the order is held or settled.
CREATE TABLE pricing.redemptions (
  order_id uuid NOT NULL REFERENCES pricing.holds (order_id),
  coupon_id uuid NOT NULL REFERENCES pricing.coupons (id),
  PRIMARY KEY (order_id, coupon_id)
);

CREATE INDEX redemptions_coupon ON pricing.redemptions (coupon_id);

-- Of a code only its keyed hash and its last four signs are kept.
CREATE TABLE pricing.gift_cards (
  id uuid PRIMARY KEY,
  code_hash bytea NOT NULL CONSTRAINT gift_cards_code UNIQUE,
  hint text NOT NULL,
  currency text NOT NULL,
  issued_minor bigint NOT NULL CHECK (issued_minor > 0),
  balance_minor bigint NOT NULL CHECK (balance_minor >= 0),
  expires_at timestamptz,
  disabled_at timestamptz,
  note text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE INDEX gift_cards_newest ON pricing.gift_cards (created_at DESC, id DESC);

-- Entries are added, never changed. `reference` is the order or refund that an entry belongs to, once.
CREATE TABLE pricing.gift_card_entries (
  id uuid PRIMARY KEY,
  gift_card_id uuid NOT NULL REFERENCES pricing.gift_cards (id),
  kind text NOT NULL CHECK (kind IN ('issued', 'charged', 'returned', 'expired', 'corrected')),
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  balance_after_minor bigint NOT NULL CHECK (balance_after_minor >= 0),
  order_id uuid,
  reference uuid NOT NULL,
  reason text,
  actor_id uuid,
  occurred_at timestamptz NOT NULL,
  CONSTRAINT gift_card_entries_once UNIQUE (gift_card_id, kind, reference),
  CHECK (kind = 'corrected' OR (kind IN ('issued', 'returned')) = (amount_minor > 0)),
  CHECK ((kind IN ('charged', 'returned')) = (order_id IS NOT NULL))
);

CREATE INDEX gift_card_entries_card ON pricing.gift_card_entries (gift_card_id, id);
CREATE INDEX gift_card_entries_order ON pricing.gift_card_entries (order_id) WHERE order_id IS NOT NULL;

CREATE FUNCTION pricing.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Entries of gift cards are added, never changed.';
END $$;

CREATE TRIGGER gift_card_entries_final BEFORE UPDATE OR DELETE ON pricing.gift_card_entries
  FOR EACH ROW EXECUTE FUNCTION pricing.refuse_change();

-- Wrong codes by network, under keyed hashes.
CREATE TABLE pricing.tries (
  key bytea PRIMARY KEY,
  tries integer NOT NULL,
  blocked_until timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE INDEX tries_updated ON pricing.tries (updated_at);

-- No row: the shop taxes nothing.
CREATE TABLE pricing.tax_settings (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  settings jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);
