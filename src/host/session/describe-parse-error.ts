// Says in one line what does not fit in what a window or program sent.

import type { z } from 'zod'

export function describeParseError(subject: string, error: z.ZodError): string {
  const issues = error.issues.slice(0, 3).map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
  return `${subject}: ${issues.join('; ')}`
}
