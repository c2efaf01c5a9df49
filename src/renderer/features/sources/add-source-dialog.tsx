// Adding a source: its text, and what a citation needs to say about it.

import { Alert, Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { proposeCitekey } from '../../../core/commands/source-commands.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { citekeySchema } from '../../../core/records/source.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { SourceFields } from '../../ui/source-fields.tsx'
import { checkFields, type FieldErrors, toContent } from '../../ui/source-form.ts'
import { isBlank, type SourceDraft, useSourceDrafts } from './source-drafts.ts'
import { SourceTextField } from './source-text-field.tsx'

export function AddSourceDialog({ onAdded }: { onAdded: (id: RecordId<'source'>) => void }) {
  const { isOpen, drafts, close } = useSourceDrafts()
  const draft = drafts.at(-1)
  return (
    <Dialog title={strings.sources.addTitle} isOpen={isOpen && draft !== undefined} onClose={close} size="lg">
      {draft && <AddSourceForm key={draft.key} draft={draft} onAdded={onAdded} />}
    </Dialog>
  )
}

function AddSourceForm({ draft, onAdded }: { draft: SourceDraft; onAdded: (id: RecordId<'source'>) => void }) {
  const send = useSend()
  const { change, setCitekey, setMarkdown, remove, close } = useSourceDrafts()
  const [errors, setErrors] = useState<FieldErrors & { citekey?: string; text?: string }>({})
  const [refusal, setRefusal] = useState<string>()
  const [isAdding, setIsAdding] = useState(false)
  const { key, fields, citekey, markdown } = draft
  const [hadText] = useState(markdown !== '')
  const content = toContent(fields)

  const add = async (event: FormEvent) => {
    event.preventDefault()
    const written = citekey.trim()
    const found = {
      ...checkFields(fields),
      ...(written === '' || citekeySchema.safeParse(written).success ? {} : { citekey: strings.sources.badCitekey }),
      ...(markdown.trim() === '' ? { text: strings.sources.needsText } : {}),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setIsAdding(true)
    setRefusal(undefined)
    const answer = await send('source.add', { ...content, markdown, ...(written === '' ? {} : { citekey: written }) }, { quiet: true })
    setIsAdding(false)
    if (!answer.ok) {
      setRefusal(answer.error.message)
      return
    }
    remove(key)
    onAdded(answer.result.id)
  }
  return (
    <form onSubmit={(event) => void add(event)} noValidate>
      <SourceTextField
        value={markdown}
        error={errors.text}
        startsHere={!hadText}
        language={fields.language}
        onChange={(text) => setMarkdown(key, text)}
      />
      <SourceFields fields={fields} errors={errors} startsHere={hadText} onChange={(changed) => change(key, changed)} />
      <TextInput
        mt="md"
        label={strings.sources.fields.citekey}
        description={strings.sources.fields.citekeyHint}
        placeholder={content.title === '' ? '' : proposeCitekey(content)}
        value={citekey}
        error={errors.citekey}
        onChange={(event) => setCitekey(key, event.currentTarget.value)}
      />
      {refusal && (
        <Alert color="red" mt="md" role="alert">
          {refusal}
        </Alert>
      )}
      <DialogFoot note={isBlank(draft) ? undefined : strings.sources.keptDraft}>
        {!isBlank(draft) && (
          <Button variant="subtle" color="gray" onClick={() => remove(key)}>
            {strings.sources.clear}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {strings.sources.cancel}
        </Button>
        <Button type="submit" loading={isAdding}>
          {strings.sources.add}
        </Button>
      </DialogFoot>
    </form>
  )
}
