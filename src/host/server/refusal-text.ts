// The words of a status line.

import { STATUS_CODES } from 'node:http'

export function refusalText(status: number): string {
  return STATUS_CODES[status] ?? 'Refused'
}
