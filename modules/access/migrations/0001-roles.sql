-- What people may do. Those that come with the product keep their names and priorities.
CREATE TABLE access.roles (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT roles_name UNIQUE CHECK (name ~ '^[a-z][a-z0-9_]{1,39}$'),
  title text NOT NULL,
  description text NOT NULL,
  priority smallint NOT NULL CHECK (priority BETWEEN 1 AND 100),
  built_in boolean NOT NULL DEFAULT false,
  permissions text[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- Only the owners of the shop stand at the top.
  CHECK (priority < 100 OR name = 'super_admin')
);

-- Roles that people have beside the one of their account.
CREATE TABLE access.assignments (
  account_id uuid NOT NULL,
  role_id uuid NOT NULL CONSTRAINT assignments_role REFERENCES access.roles (id),
  granted_by uuid,
  granted_at timestamptz NOT NULL,
  expires_at timestamptz,
  PRIMARY KEY (account_id, role_id)
);

CREATE INDEX assignments_role_id ON access.assignments (role_id);
CREATE INDEX assignments_expires ON access.assignments (expires_at) WHERE expires_at IS NOT NULL;

-- Defined here for programs beside the shop; what the shop's own operations ask for stands in their contracts.
CREATE TABLE access.custom_permissions (
  name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z-]*:[a-z][a-z-]*$'),
  description text NOT NULL,
  defined_by uuid,
  defined_at timestamptz NOT NULL
);

INSERT INTO access.roles (id, name, title, description, priority, built_in, permissions) VALUES
  ('01990000-0000-7000-8000-000000000001', 'super_admin', 'Owner',
    'May do everything. The shop always has one.', 100, true,
    '{*:*}'),
  ('01990000-0000-7000-8000-000000000002', 'admin', 'Administrator',
    'Runs the shop: people, products, orders, money and rules.', 80, true,
    '{identity:*,access:*,audit:read,catalog:*,inventory:*,media:*,monitoring:read,notifications:read,oauth:*,orders:*,payments:*,shipping:*}'),
  ('01990000-0000-7000-8000-000000000003', 'manager', 'Manager',
    'Products, stock, orders and refunds.', 60, true,
    '{identity:enrol,identity:self,access:read,access:keys,catalog:*,inventory:*,media:*,notifications:read,orders:*,payments:read,payments:refund,shipping:read}'),
  ('01990000-0000-7000-8000-000000000004', 'procurement_manager', 'Procurement manager',
    'Products and stock.', 50, true,
    '{identity:enrol,identity:self,catalog:read,catalog:write,inventory:*,media:read,media:write,shipping:read}'),
  ('01990000-0000-7000-8000-000000000005', 'sales_manager', 'Sales manager',
    'Orders, refunds and what is in stock.', 50, true,
    '{identity:enrol,identity:self,catalog:read,inventory:read,media:read,notifications:read,orders:*,payments:read,payments:refund,shipping:read}'),
  ('01990000-0000-7000-8000-000000000006', 'staff', 'Staff',
    'Sees products, stock and orders.', 40, true,
    '{identity:enrol,identity:self,catalog:read,inventory:read,media:read,notifications:read,orders:read,shipping:read}'),
  ('01990000-0000-7000-8000-000000000007', 'seller', 'Seller',
    'Sells products of their own in the shop.', 30, true,
    '{identity:enrol,identity:self,catalog:own,inventory:own,media:own,media:read,orders:own,shipping:read}'),
  ('01990000-0000-7000-8000-000000000008', 'customer', 'Customer',
    'Buys. What belongs to them is theirs without any permission.', 10, true,
    '{}');
