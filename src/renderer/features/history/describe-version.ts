// What the list says of a version: who made it, and what had changed, in a few words.

import type { RecordVersion } from '../../../core/history/record-version.ts'
import { strings } from '../../strings/strings.ts'

const words = strings.history

export function whoMade({ actor }: RecordVersion, ownWindow: string): string {
  if (actor === '') return ''
  if (actor === ownWindow) return words.who.here
  if (actor.startsWith('terminal')) return words.who.terminal
  if (actor.startsWith('starter')) return words.who.starter
  // Windows name themselves by a UUID; whatever else speaks to the notebook is a program.
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(actor) ? words.who.window : words.who.program
}

export function whatChanged(version: RecordVersion, before: RecordVersion | undefined): string {
  if (version.actor === '' && version.command === '') return words.begins
  if (version.state === 'gone') return words.gone
  if (version.state === 'in trash' && before?.state !== 'in trash') return words.toTrash
  if (version.command === 'version.restore') return words.restoredThen
  if (!before || before.state === 'gone') return words.made
  if (version.state === 'there' && before.state === 'in trash') return words.outOfTrash
  if (version.changed.length === 0) return strings.app.commands[version.command] ?? version.command
  return words.changed(version.changed.map(fieldName).join(', '))
}

export function fieldName(field: string): string {
  return words.fields[field] ?? field
}
