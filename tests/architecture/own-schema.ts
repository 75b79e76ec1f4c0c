import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { moduleNames, sourceFiles } from './source-files.ts'

const sqlWord = /\b(select|insert\s+into|update|delete\s+from|from|join|create|alter|references|truncate)\b/i
const tableFunctions =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|(inner|left|right|full|cross)Join(Lateral)?|table|withSchema)$/

const platformSchemas = 'platform_[a-z]+'

/**
 * Names of other modules' schemas in an SQL text, as `schema.table`. Event names (`x.y-z.v1`) are no tables, nor are
 * names of operations (`x.doThis`).
 */
function foreignTables(sql: string, foreign: string[]): string[] {
  const text = sql.replace(/--.*$/gm, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ')
  const name = new RegExp(
    `(?<![\\w.@/'-])"?(${foreign.join('|')})"?\\s*\\.\\s*"?([a-z_][a-z0-9_]*)\\b(?![-.(])`,
    'gi',
  )
  return [...text.matchAll(name)]
    .filter(([, , table = '']) => !/^[a-z]+[A-Z]/.test(table))
    .map(([, schema = '', table = '']) => `${schema}.${table}`)
}

/** A literal's text; what is filled in at run time is a question mark. */
function textOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (!ts.isTemplateExpression(node)) return node.text
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('?')
}

function isTableArgument(node: ts.Node): boolean {
  const call = ts.isArrayLiteralExpression(node.parent) ? node.parent.parent : node.parent
  if (!ts.isCallExpression(call)) return false
  const callee = call.expression
  return ts.isPropertyAccessExpression(callee) && tableFunctions.test(callee.name.text)
}

function inTypeScript(text: string, foreign: string[]): string[] {
  const found: string[] = []
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true)
  function visit(node: ts.Node): void {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const literal = textOf(node)
      if (isTableArgument(node)) {
        const schema = /^"?(\w+)/.exec(literal)?.[1]
        if (schema && new RegExp(`^(${foreign.join('|')})$`).test(schema)) found.push(literal)
      } else if (sqlWord.test(literal)) {
        found.push(...foreignTables(literal, foreign))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** SQL of a module that names a schema of another module or of the platform: `path: schema.table`. */
export function foreignSchemas(root: string): string[] {
  const modules = moduleNames(root)
  return modules.flatMap((name) => {
    const foreign = [...modules.filter((other) => other !== name), platformSchemas]
    return sourceFiles(root, `modules/${name}`).flatMap((path) => {
      if (!/\.(ts|sql)$/.test(path)) return []
      const text = readFileSync(join(root, path), 'utf8')
      const tables = path.endsWith('.sql') ? foreignTables(text, foreign) : inTypeScript(text, foreign)
      return tables.map((table) => `${path}: ${table}`)
    })
  })
}
