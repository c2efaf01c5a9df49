// The small changes that a good test must notice, as Stryker names them: each is a piece of a source file and what stands there instead.
//
// Words for people (a text with a space in it) and types are left alone: no test should hang on the first, and nothing runs of the second.

import { parseSync } from 'vite'

export type Mutant = { start: number; end: number; text: string; kind: string }
type Node = { type: string; start: number; end: number; [field: string]: unknown }

const otherOperators = new Map<string, string[]>([
  ['===', ['!==']],
  ['!==', ['===']],
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
  ['+', ['-']],
  ['-', ['+']],
  ['*', ['/']],
  ['/', ['*']],
  ['%', ['*']],
  ['&', ['|']],
  ['|', ['&']],
  ['&&', ['||']],
  ['||', ['&&']],
  ['??', ['&&']],
  ['+=', ['-=']],
  ['-=', ['+=']],
  ['||=', ['&&=']],
  ['&&=', ['||=']],
  ['??=', ['&&=']],
])
const otherMethods = new Map([
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['toLowerCase', 'toUpperCase'],
  ['toUpperCase', 'toLowerCase'],
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
])
/** Calls that can be left out: what they are called on stands there instead. */
const leftOut = new Set(['trim', 'trimEnd', 'trimStart', 'slice', 'subarray', 'substring', 'filter', 'sort', 'toSorted', 'reverse', 'flat'])

export function findMutants(path: string, source: string): Mutant[] {
  const mutants: Mutant[] = []
  const add = (node: { start: number; end: number }, text: string, kind: string) => {
    if (source.slice(node.start, node.end) !== text) mutants.push({ start: node.start, end: node.end, text, kind })
  }
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  walk(program as unknown as Node, undefined, (node, parent) => mutate(node, parent, source, add))
  return mutants.sort((one, other) => one.start - other.start)
}

function walk(node: Node, parent: Node | undefined, visit: (node: Node, parent: Node | undefined) => void): void {
  if (/^(?:TS(?!AsExpression|NonNull|Satisfies)|Import)/.test(node.type) || node.declare === true) return
  visit(node, parent)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof (child as Node).type === 'string') walk(child as Node, node, visit)
    }
  }
}

function mutate(
  node: Node,
  parent: Node | undefined,
  source: string,
  add: (node: { start: number; end: number }, text: string, kind: string) => void,
): void {
  const textOf = (part: unknown) => source.slice((part as Node).start, (part as Node).end)
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression': {
      const { left, right, operator } = node as unknown as { left: Node; right: Node; operator: string }
      // A plus between texts joins them: a minus is no small change.
      if (operator === '+' && [left, right].some(({ type, value }) => type === 'TemplateLiteral' || typeof value === 'string')) return
      for (const other of otherOperators.get(operator) ?? []) add(node, `${textOf(left)} ${other} ${textOf(right)}`, 'operator')
      return
    }
    case 'ConditionalExpression':
    case 'IfStatement':
      add(node.test as Node, 'true', 'condition')
      add(node.test as Node, 'false', 'condition')
      return
    case 'WhileStatement':
    case 'ForStatement':
      if (node.test) add(node.test as Node, 'false', 'condition')
      return
    case 'UnaryExpression':
      if (node.operator === '!' || node.operator === '-') add(node, textOf(node.argument), 'unary')
      return
    case 'UpdateExpression':
      add(
        node,
        textOf(node).replace(/\+\+|--/, (found) => (found === '++' ? '--' : '++')),
        'update',
      )
      return
    case 'Literal':
      mutateLiteral(node, parent, add)
      return
    case 'BlockStatement':
      if ((node.body as Node[]).length > 0 && !/^(?:TryStatement|CatchClause)$/.test(parent?.type ?? '')) add(node, '{}', 'block')
      return
    case 'ArrowFunctionExpression':
      if ((node.body as Node).type !== 'BlockStatement') add(node.body as Node, 'undefined', 'arrow')
      return
    case 'ArrayExpression':
      if ((node.elements as unknown[]).length > 0) add(node, '[]', 'list')
      return
    case 'ObjectExpression':
      if ((node.properties as unknown[]).length > 0) add(node, parent?.type === 'ArrowFunctionExpression' ? '({})' : '{}', 'object')
      return
    case 'CallExpression':
      mutateCall(node, textOf, add)
      return
    case 'MemberExpression':
      if (node.optional === true) add(node, textOf(node).replace(/^([\s\S]*)\?\./, node.computed === true ? '$1' : '$1.'), 'optional')
      return
  }
}

function mutateLiteral(node: Node, parent: Node | undefined, add: (node: Node, text: string, kind: string) => void): void {
  const { value, regex } = node as { value?: unknown; regex?: { pattern: string; flags: string } }
  if (regex) {
    for (const pattern of otherPatterns(regex.pattern)) add(node, `/${pattern}/${regex.flags}`, 'pattern')
  } else if (typeof value === 'boolean') add(node, String(!value), 'boolean')
  else if (typeof value === 'string' && !/\s/.test(value) && !isName(node, parent)) add(node, value === '' ? "'mutant'" : "''", 'text')
}

/** A key of an object or a class, and where an export comes from. */
function isName(node: Node, parent: Node | undefined): boolean {
  return /^Export|^ImportExpression/.test(parent?.type ?? '') || parent?.key === node
}

function mutateCall(node: Node, textOf: (part: unknown) => string, add: (node: Node, text: string, kind: string) => void): void {
  const callee = node.callee as Node & { property?: Node & { name?: string }; object?: Node }
  const name = callee.type === 'MemberExpression' && callee.computed !== true ? callee.property?.name : undefined
  if (name === undefined || !callee.property || !callee.object) return
  const other = otherMethods.get(name)
  if (other) add(callee.property, other, 'method')
  if (leftOut.has(name)) add(node, textOf(callee.object), 'method')
}

/** Anchors left out, classes turned round, repetitions made single: what weapon-regex does on its first level. */
function otherPatterns(pattern: string): string[] {
  const changes: [find: RegExp, put: string][] = [
    [/^\^/, ''],
    [/\$$/, ''],
    [/\[\^/g, '['],
    [/(?<!\\)\[(?!\^)/g, '[^'],
    [/\\d/g, '\\D'],
    [/\\s/g, '\\S'],
    [/\\w/g, '\\W'],
    [/(?<=[\])a-zA-Z0-9])[+*](?!\?)/g, ''],
    [/\(\?!/g, '(?='],
    [/\(\?=/g, '(?!'],
  ]
  const found = new Set<string>()
  for (const [find, put] of changes) {
    const places = find.global ? [...pattern.matchAll(find)] : [find.exec(pattern)].filter((match) => match !== null)
    for (const { index, 0: text } of places) found.add(pattern.slice(0, index) + put + pattern.slice(index + text.length))
  }
  return [...found].filter((other) => other !== pattern && isPattern(other))
}

function isPattern(text: string): boolean {
  return URL.canParse('a:') && tryPattern(text)
}

function tryPattern(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}
