// The fields that describe a source, for adding one and for editing one.

import { ActionIcon, Autocomplete, Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { sourceKinds } from '../../core/records/source.ts'
import { strings } from '../strings/strings.ts'
import classes from './source-fields.module.css'
import type { FieldErrors, SourceFields as Fields } from './source-form.ts'

const words = strings.sources.fields
const languages = ['en', 'zh', 'zh-Hant', 'ja', 'ko', 'de', 'fr', 'es']

type SourceFieldsProps = {
  fields: Fields
  errors: FieldErrors
  /** The dialog that opens with these fields begins in the title. */
  startsHere?: boolean
  onChange: (change: Partial<Fields>) => void
}

export function SourceFields({ fields, errors, startsHere = true, onChange }: SourceFieldsProps) {
  const field = (name: Exclude<keyof Fields, 'titleTranslations' | 'kind'>) => ({
    label: words[name],
    value: fields[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <div className={classes.fields}>
      <TextInput
        {...field('title')}
        className={classes.wide ?? ''}
        data-autofocus={startsHere || undefined}
        required
        lang={fields.language || undefined}
      />
      <Translations fields={fields} error={errors.titleTranslations} onChange={(titleTranslations) => onChange({ titleTranslations })} />
      <TextInput {...field('publisher')} />
      <Textarea {...field('authors')} description={undefined} placeholder={words.authorsHint} autosize minRows={1} maxRows={4} />
      <TextInput {...field('url')} type="url" className={classes.wide ?? ''} />
      <TextInput {...field('doi')} placeholder={words.doiHint} className={classes.wide ?? ''} />
      <TextInput {...field('published')} placeholder={words.dateHint} />
      <TextInput {...field('accessed')} placeholder={words.dateHint} />
      <Autocomplete
        label={words.language}
        placeholder={words.languageHint}
        data={languages}
        value={fields.language}
        error={errors.language}
        onChange={(language) => onChange({ language })}
      />
      <NativeSelect
        label={words.kind}
        data={[...sourceKinds]}
        value={fields.kind}
        onChange={(event) => onChange({ kind: event.currentTarget.value as Fields['kind'] })}
      />
    </div>
  )
}

type TranslationsProps = { fields: Fields; error: string | undefined; onChange: (translations: Fields['titleTranslations']) => void }

function Translations({ fields: { titleTranslations }, error, onChange }: TranslationsProps) {
  const change = (position: number, part: Partial<Fields['titleTranslations'][number]>) =>
    onChange(titleTranslations.map((translation, at) => (at === position ? { ...translation, ...part } : translation)))
  return (
    <fieldset className={classes.translations}>
      <legend className={classes.legend}>{words.translations}</legend>
      {titleTranslations.map(({ language, title }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and all of them are controlled
        <div key={position} className={classes.translation}>
          <Autocomplete
            className={classes.language ?? ''}
            aria-label={words.translationLanguage(position + 1)}
            placeholder={words.languageHint}
            data={languages}
            value={language}
            onChange={(value) => change(position, { language: value })}
          />
          <TextInput
            className={classes.grow ?? ''}
            aria-label={words.translationTitle(position + 1)}
            lang={language || undefined}
            value={title}
            onChange={(event) => change(position, { title: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.removeTranslation(position + 1)}
            onClick={() => onChange(titleTranslations.filter((_, at) => at !== position))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      {error && <p className={classes.error}>{error}</p>}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        onClick={() => onChange([...titleTranslations, { language: '', title: '' }])}
      >
        {words.addTranslation}
      </Button>
    </fieldset>
  )
}
