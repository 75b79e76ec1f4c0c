import { basename, relative, sep } from 'node:path'
import { bannedFolders } from './banned-names.mjs'

function rule(description, create) {
  return { meta: { type: 'problem', schema: [], docs: { description } }, create }
}

const noBannedFolders = rule('Folders are named after the domain.', (context) => ({
  Program(node) {
    const folders = relative(context.cwd, context.filename).split(sep).slice(0, -1)
    const banned = folders.find((folder) => bannedFolders.includes(folder))
    if (banned)
      context.report({ node, message: `No folder is called '${banned}': name it after what it holds.` })
  },
}))

const noBarrels = rule('A file is imported from where it is written.', (context) => ({
  Program(node) {
    if (/^index\.[cm]?[jt]sx?$/.test(basename(context.filename))) {
      context.report({ node, message: 'No index files: name the file after what it does.' })
    }
    const isReExport = (statement) =>
      statement.type === 'ExportAllDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' && statement.source)
    const isBarrel = node.body.length > 1 || node.body[0]?.type === 'ExportAllDeclaration'
    if (isBarrel && node.body.every(isReExport)) {
      context.report({ node, message: 'No barrels: import from the file that defines the name.' })
    }
  },
}))

const releasing = new Set(['close', 'stop', 'end', 'release', 'dispose', 'asyncDispose'])

function isHeldResource(node) {
  return node.body.body.some((member) => {
    if (member.type !== 'MethodDefinition') return false
    const name = member.key.type === 'MemberExpression' ? member.key.property.name : member.key.name
    return releasing.has(name)
  })
}

function isErrorOrBoundary(node) {
  const parent = node.superClass
  const name = parent?.type === 'MemberExpression' ? parent.property.name : parent?.name
  return /(Error|Problem)$/.test(name ?? '') || name === 'Component'
}

const fewClasses = rule('Classes are for errors and held resources.', (context) => {
  function check(node) {
    if (isErrorOrBoundary(node) || isHeldResource(node)) return
    context.report({
      node,
      message: 'Functions and plain objects; a class only for an error or for what must be closed.',
    })
  }
  return { ClassDeclaration: check, ClassExpression: check }
})

/** The house's own lint rules. Each is seen to catch a planted violation in tests/architecture. */
export const house = {
  rules: {
    'no-banned-folders': noBannedFolders,
    'no-barrels': noBarrels,
    'few-classes': fewClasses,
  },
}
