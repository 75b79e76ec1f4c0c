import { expect, test } from 'vitest'
import { fileLengths } from './file-lengths.ts'
import { badNames } from './file-names.ts'
import { misshapenModules } from './module-shape.ts'
import { foreignSchemas } from './own-schema.ts'
import { folderCycles } from './platform-order.ts'
import { root } from './planted-tree.ts'

test('files are small: median at most 80 lines, nine in ten at most 200, none above 400', () => {
  const { median, p90, longest } = fileLengths(root)
  expect(median).toBeLessThanOrEqual(80)
  expect(p90).toBeLessThanOrEqual(200)
  expect(longest.lines, longest.path).toBeLessThanOrEqual(400)
})

test('no folder has an empty name, and nothing is called index', () => {
  expect(badNames(root)).toEqual([])
})

test('every module exports its root only and has a short README', () => {
  expect(misshapenModules(root)).toEqual([])
})

test('every module touches its own schema only', () => {
  expect(foreignSchemas(root)).toEqual([])
})

test('the folders of the platform stand in one order', () => {
  expect(folderCycles(root)).toEqual([])
})
