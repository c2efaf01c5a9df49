// What of a version is worth copying: what is written in it, as Markdown where it is.

import type { AnyRecord } from '../../../core/records/tables.ts'

export function textOfVersion(record: AnyRecord): string {
  if ('body' in record) return record.title.trim() === '' ? record.body : `# ${record.title}\n\n${record.body}`
  if ('outline' in record) {
    const items = record.outline.flatMap((item) => {
      if (item.type === 'insight') return []
      if (item.type === 'chart') return item.caption || []
      return item.type === 'heading' ? `${'#'.repeat(item.level)} ${item.text}` : item.markdown
    })
    return [`# ${record.title}`, ...items].join('\n\n')
  }
  if ('comment' in record) return record.comment || record.passage.exact
  if ('names' in record) return record.names.map(({ name }) => name).join('\n')
  if ('note' in record) return record.note
  return 'title' in record ? record.title : ''
}
