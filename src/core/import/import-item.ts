// What a parser makes of a file: sources and insights as they are to be, before anybody has looked at what the notebook has of them already.

import type { CommandInput } from '../commands/commands.ts'
import type { HighlightColour } from '../records/highlight.ts'

/** A quote with what is known of its place. `start` and `end` are UTF-16 offsets in the text that it was taken from. */
export type ImportedHighlight = {
  quote: string
  prefix?: string
  suffix?: string
  start?: number
  end?: number
  colour: HighlightColour
  comment: string
  tags: string[]
  origins: string[]
}

export type SourceFields = Omit<CommandInput<'source.add'>, 'id' | 'markdown' | 'origins' | 'file'>

export type SourceItem = {
  kind: 'source'
  origins: string[]
  fields: SourceFields
  markdown: string
  /** The text holds only what is known of the source (its reference, its quotes) and must never stand in for a text that the notebook has of it. */
  isExcerpt?: true
  highlights: ImportedHighlight[]
}

export type InsightItem = {
  kind: 'insight'
  origins: string[]
  title: string
  body: string
  topics: string[]
  aliases: string[]
}

export type ImportItem = SourceItem | InsightItem

/** `notes`: what of the file was passed over, and why; one sentence each, for people. */
export type Parsed = { items: ImportItem[]; notes: string[] }

/** A format that is known by what stands in the file. `head` is its first few thousand characters. */
export type TextFormat = {
  name: string
  recognises: (fileName: string, head: string) => boolean
  parse: (fileName: string, text: string) => Parsed | Promise<Parsed>
  /** How many sources it seems to hold, where parsing it only to say so would take long. */
  count?: (text: string) => number
}
