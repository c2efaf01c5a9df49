// Where Markdown's own syntax is no syntax: code, comments, tags and addresses.

import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

const verbatim = new Set(['InlineCode', 'FencedCode', 'CodeBlock', 'CodeText', 'HTMLBlock', 'HTMLTag', 'Comment', 'CommentBlock', 'URL'])

export function isVerbatim(state: EditorState, at: number): boolean {
  for (let node: { name: string; parent: unknown } | null = syntaxTree(state).resolveInner(at, 1); node; node = node.parent as typeof node) {
    if (verbatim.has(node.name)) return true
  }
  return false
}
