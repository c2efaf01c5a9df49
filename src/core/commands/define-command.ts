// A command is defined once: its schema, its recipe and one sentence. Client types, checks, palette entries and docs derive from it.

import type { z } from 'zod'
import type { NotebookView } from '../store/notebook-view.ts'
import type { Transaction } from '../store/transaction.ts'

export type Command<Schema extends z.ZodType = z.ZodType, Result = unknown> = {
  schema: Schema
  /** What it does, in one sentence: shown in the palette, in `batch --help` and in the docs. */
  about: string
  recipe: (notebook: Transaction, input: z.output<Schema>) => Result
  /** Markdown that the host stores as texts before the recipe runs; the recipe finds them, in order, in `notebook.facts.texts`. */
  texts?: ((input: z.output<Schema>) => readonly string[]) | undefined
  /** A title: before the recipe runs, the host looks for the notes that may link to it, and the recipe finds them in `notebook.facts.linking`. */
  linksTo?: ((input: z.output<Schema>, notebook: NotebookView) => string | undefined) | undefined
}

type Preparations<Schema extends z.ZodType> = Partial<Pick<Command<Schema>, 'texts' | 'linksTo'>>

export function defineCommand<Schema extends z.ZodType, Result>(
  about: string,
  schema: Schema,
  recipe: (notebook: Transaction, input: z.output<Schema>) => Result,
  options: Preparations<Schema> = {},
): Command<Schema, Result> {
  return { about, schema, recipe, ...options }
}
