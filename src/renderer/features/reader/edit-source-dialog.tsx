// What is known about a source, to be corrected: its texts and its citekey stay as they are.

import { Alert, Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Source } from '../../../core/records/source.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SourceFields } from '../../ui/source-fields.tsx'
import { checkFields, type FieldErrors, toContent, toFields } from '../../ui/source-form.ts'
import classes from './link-dialog.module.css'

export function EditSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const send = useSend()
  const [fields, setFields] = useState(() => toFields(source))
  const [openedRev] = useState(source.rev)
  // After the refusal was read, saving again means: over the newer version.
  const [isOverwriting, setIsOverwriting] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [refusal, setRefusal] = useState<string>()
  const [isSaving, setIsSaving] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = checkFields(fields)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setIsSaving(true)
    const answer = await send('source.revise', { id: source.id, rev: isOverwriting ? source.rev : openedRev, ...toContent(fields) }, { quiet: true })
    setIsSaving(false)
    if (answer.ok) onClose()
    else if (answer.error.code === 'stale') {
      setRefusal(strings.sources.stale)
      setIsOverwriting(true)
    } else setRefusal(answer.error.message)
  }
  return (
    <Dialog title={strings.reader.editTitle} isOpen onClose={onClose} size="lg">
      <form onSubmit={(event) => void save(event)} noValidate>
        <SourceFields fields={fields} errors={errors} onChange={(change) => setFields((held) => ({ ...held, ...change }))} />
        {refusal && (
          <Alert color="red" mt="md" role="alert">
            {refusal}
          </Alert>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {strings.sources.cancel}
          </Button>
          <Button type="submit" loading={isSaving}>
            {strings.sources.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
