// What comes from outside, by its schema: a value or the reasons why not, and never a throw.

import { z } from 'zod'

/**
 * `schema.safeParse`, safe for any value. Zod measures what is no text or list as well, by whatever it has as `length`, and an object there that cannot
 * be compared makes it throw (4.6): JSON can say one, `{"length":{"valueOf":1,"toString":1}}`.
 */
export function readBySchema<Schema extends z.ZodType>(schema: Schema, value: unknown): z.ZodSafeParseResult<z.output<Schema>> {
  try {
    return schema.safeParse(value)
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    const error = new z.ZodError([{ code: 'custom', path: [], message: 'expected other values', input: undefined }])
    return { success: false, error: error as z.ZodError<z.output<Schema>> }
  }
}
