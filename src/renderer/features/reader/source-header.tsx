// What is known about a source, above its text: title in its own language, translations, and the line that a citation is made of.

import { notifications } from '@mantine/notifications'
import { isAllowedLink } from '../../../core/markdown/safe-html.ts'
import type { Source } from '../../../core/records/source.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { languageOfTitle } from '../../ui/guess-language.ts'
import { showPartialDate } from '../../ui/partial-date.ts'
import classes from './source-header.module.css'

export type ShownSource = Pick<
  Source,
  'title' | 'titleTranslations' | 'publisher' | 'authors' | 'url' | 'published' | 'accessed' | 'language' | 'kind' | 'citekey' | 'removedAt'
>

export function SourceHeader({ source }: { source: ShownSource }) {
  const { title, titleTranslations, publisher, authors, url, published, accessed, language, kind, removedAt } = source
  const facts = [
    publisher,
    authors.join(', '),
    published && showPartialDate(published),
    kind,
    accessed && strings.reader.accessed(showPartialDate(accessed)),
  ].filter((fact) => fact !== '')
  return (
    <header className={classes.header}>
      <h3 className={classes.title} lang={languageOfTitle(title, language)}>
        {title || strings.reader.untitled}
      </h3>
      {titleTranslations.map((translation) => (
        <p key={`${translation.language} ${translation.title}`} className={classes.translation} lang={translation.language || undefined}>
          {translation.title}
        </p>
      ))}
      <p className={classes.meta}>
        {facts.map((fact) => (
          <span key={fact} className={classes.fact}>
            {fact}
          </span>
        ))}
        {url &&
          (isAllowedLink(url) ? (
            <a className={classes.url} href={url} target="_blank" rel="noreferrer noopener" title={strings.reader.openedUrl}>
              {url}
            </a>
          ) : (
            <span className={classes.url}>{url}</span>
          ))}
        {removedAt !== undefined && <Chip tone="warn">{strings.reader.inTrash}</Chip>}
      </p>
    </header>
  )
}

/** The citekey in the pane's head: a press copies it as a citation. */
export function CitekeyButton({ citekey }: { citekey: string }) {
  return (
    <button
      type="button"
      className={classes.citekey}
      aria-label={strings.reader.copyCitekey(citekey)}
      title={strings.reader.copyCitekey(citekey)}
      onClick={() => void copyText(`[@${citekey}]`)}
    >
      {citekey}
    </button>
  )
}

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    notifications.show({ message: strings.reader.copied, autoClose: 2_000 })
  } catch {
    notifications.show({ color: 'red', message: strings.reader.notCopied })
  }
}
