/** Selectors for `no-restricted-syntax`, by what they keep out. */
export const syntaxBans = {
  shape: [
    {
      selector: 'TSEnumDeclaration',
      message: 'No enums: a union of string literals, or an object `as const`.',
    },
    {
      selector: 'TSModuleDeclaration[id.type="Identifier"][kind!="global"]',
      message: 'No namespaces: a module is a file.',
    },
    { selector: 'Decorator', message: 'No decorators: what happens is written where it happens.' },
    { selector: 'TSParameterProperty', message: 'No parameter properties: Node.js cannot strip them.' },
  ],
  defaultExport: [
    { selector: 'ExportDefaultDeclaration', message: 'No default exports: one name everywhere.' },
    {
      selector: 'ExportSpecifier[exported.name="default"]',
      message: 'No default exports: one name everywhere.',
    },
  ],
  environment: [
    {
      selector: 'MemberExpression[object.name="process"][property.name="env"]',
      message: 'Configuration is parsed once, in platform/config.',
    },
    {
      selector: 'VariableDeclarator[init.name="process"] Property[key.name="env"]',
      message: 'Configuration is parsed once, in platform/config.',
    },
    {
      selector: 'ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]',
      message: 'Configuration is parsed once, in platform/config.',
    },
    {
      selector:
        'ImportDeclaration[source.value=/^(node:)?process$/] :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)[local.name!="process"]',
      message: 'Import it as `process`, so that what is read from it shows.',
    },
  ],
  // What people write never becomes a command of the system or a pattern that is searched with.
  commands: [
    {
      selector:
        'ImportDeclaration[source.value=/^(node:)?child_process$/] ImportSpecifier[imported.name=/^(exec|execSync)$/]',
      message: 'No shell: execFile or spawn, with an array of arguments.',
    },
    {
      selector: 'Property[key.name="shell"][value.type="Literal"][value.value!=false]',
      message: 'No shell: execFile or spawn, with an array of arguments.',
    },
  ],
  patterns: [
    {
      selector:
        ':matches(NewExpression, CallExpression)[callee.name="RegExp"] > :not(Literal, TemplateLiteral).arguments:first-child',
      message: 'A pattern is written out, so that nobody who gives a text can choose it.',
    },
  ],
  markup: [
    {
      selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
      message: 'HTML is made by React, which escapes it.',
    },
    {
      selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML)$/]',
      message: 'HTML is made by React, which escapes it.',
    },
  ],
  styleAttribute: [
    { selector: 'JSXAttribute[name.name="style"]', message: 'The CSP blocks style attributes: use a class.' },
  ],
  rawSql: [
    {
      selector: 'CallExpression[callee.property.name="query"] > TemplateLiteral[expressions.length>0]',
      message: 'SQL texts are fixed: values go in as $1, names come from a fixed map.',
    },
    {
      selector: 'CallExpression[callee.object.name="sql"][callee.property.name="raw"]',
      message: 'SQL texts are fixed: values go in as ${…}, names come from a fixed map.',
    },
  ],
  clock: [
    {
      selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      message: 'Time comes from ctx.now(), so that a test can set it.',
    },
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Time comes from ctx.now(), so that a test can set it.',
    },
  ],
  randomness: [
    {
      selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
      message: 'Rules in domain/ are pure: randomness comes in as an argument.',
    },
  ],
}
