// `history.forget`: no recipe, since it changes no record. The host does it, which alone has the files of the past.

import { z } from 'zod'
import { momentSchema } from '../history/moment.ts'

export const forgetHistorySchema = z.strictObject({
  before: momentSchema,
  /** Copies the files that go into the notebook's backups/ first. */
  keepCopy: z.boolean().default(false),
})

export type ForgetHistory = {
  input: z.input<typeof forgetHistorySchema>
  /** `commits`: how many are forgotten; none where there was nothing before. `copy`: a path within the notebook's folder. */
  result: { commits: number; copy?: string }
}
