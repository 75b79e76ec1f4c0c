import fc from 'fast-check'

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

/** Texts that have broken programs before. */
export const hostileTexts: readonly string[] = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udc00y', '\u202e', '\ufeff', '\r\nSet-Cookie: a=b', 'e\u0301'.repeat(50),
  "' OR '1'='1", "'; DROP TABLE orders.orders; --", '$1', '%', '\\', '${7*7}', '{{7*7}}', '<script>alert(1)</script>',
  '../../../../etc/passwd', 'file:///etc/passwd', 'javascript:alert(1)', 'NaN', 'Infinity', '-Infinity', '1e400', '0x10',
  '1e3', '-0', '00001', '٣', '１', '0000-01-01', '9999-12-31', '-0001-01-01', '2026-02-30', '+275760-09-13T00:00:00Z',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'null', 'undefined', '__proto__',
  'constructor', 'toString', '[object Object]', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'.repeat(20), 'a:b:c', 'colour:..', 'x:1e308..-1e308', ':', '"', 'eyJ4IjoxfQ==',
] // prettier-ignore

/** Values that have broken programs before, as JSON can hold them. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null, true, [], {}, [[]], [null], { $ne: null }, { amount: '1', currency: 'USD', x: 1 }, { length: 1e9 },
    -1, 0, -0, 0.1, 1e21, 1e308, 5e-324, Number.MAX_SAFE_INTEGER + 2, 2_147_483_648, -2_147_483_649, 99_999_999_999_999,
  ), // prettier-ignore
  fc.constantFrom<unknown>(...hostileTexts),
  fc.constantFrom<unknown>(
    'x'.repeat(300),
    'x'.repeat(70_000),
    deep(31),
    deep(33),
    deep(200),
    Array(2_000).fill(1),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Names of fields that no operation has, some of which mean something to JavaScript or to other programs. */
export const strangeName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'then', '$where', '$bytes', 'is_admin', '', ' ', 'x\u0000'),
  fc.string({ maxLength: 20 }).map((name) => `x${name}`),
) // prettier-ignore

/** Whole bodies that are not what a JSON object looks like. */
export const brokenBody: fc.Arbitrary<string | Buffer> = fc.oneof(
  fc.constantFrom<string | Buffer>(
    '', ' ', 'null', 'true', '1', '"text"', '[]', '[{}]', '{', '{"a":}', '{"a":1}{"b":2}', "{'a':1}", '{"a":01}', '{"a":NaN}',
    '\ufeff{}', '{"a":1,"a":2}', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, `{"a":"${'x'.repeat(1_100_000)}"}`,
    Buffer.from([0xff, 0xfe, 0x7b, 0x00]), Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), Buffer.alloc(1_000),
    '{"a":"\\ud800"}', 'a=1&b=2', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  ), // prettier-ignore
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
)

/** Ways to say what a body is, most of them wrong. */
export const contentType: fc.Arbitrary<string> = fc.constantFrom(
  'text/plain', 'application/xml', 'application/json; charset=utf-16', 'APPLICATION/JSON', 'application/json;', 'application/jsonp',
  'application/json, text/plain', 'application/ld+json', 'application/x-www-form-urlencoded', 'multipart/form-data',
  'multipart/form-data; boundary=x', 'multipart/form-data; boundary=', 'application/octet-stream', '*/*', 'x', '/', ';',
) // prettier-ignore

/** What may stand after the question mark. */
export const hostileQuery: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'page=-1', 'page=0', 'page=100001', 'page=99999999999999999999', 'page=1e5', 'page=0x10', 'page=1.5', 'page=', 'page=1&page=2',
    'page_size=0', 'page_size=101', 'page_size=-1', 'page_size=1e1', 'limit=0', 'limit=1000', 'limit=1&limit=2', 'cursor=', 'cursor=x',
    'cursor=%00', 'cursor=AAAA', 'cursor=eyJpZCI6IjEifQ', 'q=%00', 'q=%ff', 'q=%', 'q=%ud800', 'q=a&q=b', 'q[]=1', 'q[a]=1', 'q.a=1',
    'sort=__proto__', 'sort=constructor', 'sort=price;drop', 'sort=-', '__proto__=1', '__proto__[x]=1', 'constructor=1', 'filter=a',
    'filter=:', 'filter=a:..', 'filter=a:1..2&filter=b:x', 'filter=a:1e999..', 'filter=__proto__:x', 'brand=a&brand=b', 'category=%27',
    'price_min=-1', 'price_min=1e9', 'price_min=9999999999999', 'price_max=abc', 'in_stock=1', 'token=', 'token=a&token=b', '&&&', '=', '?',
    'placed_from=0000-01-01', 'placed_to=9999-12-31', 'variant_id=1', 'order_id=x', 'actor_id=x', 'action=%25', 'subject_id=%F0%9F%98%80',
  ), // prettier-ignore
  fc.webQueryParameters(),
)
