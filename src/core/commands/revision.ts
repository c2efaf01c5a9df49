// Revising a record: every content field may be given, and only what is given is written.

import { z } from 'zod'

type Optional<Shape extends z.ZodRawShape> = { [Field in keyof Shape]: Shape[Field] extends z.ZodType ? z.ZodOptional<Shape[Field]> : never }

/** The fields of a record's content, each optional. */
export function revision<Shape extends z.ZodRawShape>(content: Shape): Optional<Shape> {
  return z.object(content).partial().shape as unknown as Optional<Shape>
}

export function assignGiven<Draft extends object>(draft: Draft, given: { [Field in keyof Draft]?: Draft[Field] | undefined }): void {
  for (const [field, value] of Object.entries(given)) {
    if (value !== undefined) (draft as Record<string, unknown>)[field] = value
  }
}

type Given<Content> = { [Field in keyof Content]: Exclude<Content[Field], undefined> }

/** Optional fields that were not given are no fields: a record is the same whether it was added without them or read back. */
export function withoutGaps<Content extends object>(content: Content): Given<Content> {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as Given<Content>
}
