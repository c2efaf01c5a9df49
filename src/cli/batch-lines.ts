// The protocol of `footing batch`: one line in, one answer out, in order, whatever the line holds.

import type { CommandAnswer } from '../core/store/commit-queue.ts'
import type { RefusalCode } from '../core/store/refusal.ts'

/** `id` is JSON text: a number beyond 2^53 comes back digit by digit as it was sent. */
export type BatchLine = { id: string; command: string; input: unknown } | { id: string; problem: string; code: RefusalCode }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Undefined for a blank line. Never throws. */
export function parseBatchLine(bytes: Uint8Array): BatchLine | undefined {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { id: readableId(new TextDecoder().decode(bytes)), code: 'invalid', problem: 'the line is not UTF-8' }
  }
  if (text.trim() === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { id: readableId(text), code: 'invalid', problem: `the line is not JSON: ${(error as Error).message}` }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: 'null', code: 'invalid', problem: 'a line is an object such as {"id":1,"command":"insight.add","input":{"title":"…"}}' }
  }
  const id = idOf(value, text)
  const { command, input } = value as { command?: unknown; input?: unknown }
  if (typeof command !== 'string') return { id, code: 'invalid', problem: '"command" is missing: it is a name such as "insight.add"' }
  const stranger = Object.keys(value).find((name) => name !== 'id' && name !== 'command' && name !== 'input')
  if (stranger !== undefined)
    return { id, code: 'invalid', problem: `a line has id, command and input, not ${JSON.stringify(stranger).slice(0, 100)}` }
  return { id, command, input: input === undefined ? {} : input }
}

export function toAnswerLine(id: string, answer: CommandAnswer): string {
  // A result of `undefined` would drop the field.
  if (answer.ok) return `{"id":${id},"ok":true,"seq":${answer.seq},"result":${JSON.stringify(answer.result ?? null)}}`
  return `{"id":${id},"ok":false,"error":${JSON.stringify({ code: answer.error.code, message: answer.error.message })}}`
}

/** The id of a line that is no JSON, where it stands first and is a number or a string: a caller can still tell which line it was. */
function readableId(text: string): string {
  const [, id] = /^\s*\{\s*"id"\s*:\s*(-?\d[\d.eE+-]*|"(?:[^"\\]|\\.){0,1000}")\s*[,}]/.exec(text) ?? []
  try {
    if (id !== undefined) JSON.parse(id)
  } catch {
    return 'null'
  }
  return id ?? 'null'
}

function idOf(value: object, text: string): string {
  if (!Object.hasOwn(value, 'id')) return 'null'
  const { id } = value as { id: unknown }
  if (typeof id !== 'number' || Number.isSafeInteger(id)) return JSON.stringify(id)
  // JSON.parse gives the source of a number to its reviver (TC39 JSON.parse source text access). The outermost object's members come last.
  let source = String(id)
  JSON.parse(text, (name: string, member: unknown, context?: { source?: string }) => {
    if (name === 'id' && Object.is(member, id) && context?.source !== undefined) source = context.source
    return member
  })
  return source
}
