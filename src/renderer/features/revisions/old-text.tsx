// One text of a source to be read as it was: nothing can be marked in it, and it says so where it is an old one.

import { useMemo } from 'react'
import { renderAsRead } from '../../../core/markdown/render-as-read.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import prose from '../../ui/prose.module.css'
import { SafeHtml } from '../../ui/safe-html.tsx'
import classes from './revisions.module.css'

export function OldText({ text, language, isOld }: { text: RecordId<'text'>; language: string; isOld: boolean }) {
  const { value, error } = useAnswer('text.read', { text }, { follow: false })
  const html = useMemo(() => (value ? renderAsRead(value.markdown, value.readingText, { idPrefix: 'old-' }).html : undefined), [value])
  if (error) return <p className={classes.hint}>{error.message}</p>
  if (html === undefined) return <p role="status">{strings.revisions.loading}</p>
  return (
    <>
      {isOld && <p className={classes.hint}>{strings.revisions.oldText}</p>}
      <SafeHtml html={html} className={`${prose.prose} ${classes.words}`} lang={language || undefined} role="article" tabIndex={0} />
    </>
  )
}
