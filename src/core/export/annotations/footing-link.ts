// The address that leads back from an exported annotation to the notebook: it shows the source and can do nothing else.

import type { RecordId } from '../../records/record-id.ts'

export function footingLink(source: RecordId<'source'>, notebook: string, highlight?: RecordId<'highlight'>): string {
  const link = `footing://show/${encode(source)}?notebook=${encode(notebook)}`
  return highlight === undefined ? link : `${link}&highlight=${encode(highlight)}`
}

function encode(id: string): string {
  return encodeURIComponent(id).replaceAll('%3A', ':')
}
