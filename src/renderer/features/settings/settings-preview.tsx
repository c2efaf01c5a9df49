// How a page will look: the same classes as in the reader, in the three languages that analysts read here.

import { strings } from '../../strings/strings.ts'
import prose from '../../ui/prose.module.css'
import classes from './settings-dialog.module.css'

export function SettingsPreview() {
  return (
    <section className={classes.preview} aria-label={strings.settings.preview}>
      <div className={prose.prose}>
        <h3>{strings.settings.previewTitle}</h3>
        <p>{strings.settings.previewText}</p>
        {strings.settings.previewTexts.map(({ language, text }) => (
          <p key={language} lang={language}>
            {text}
          </p>
        ))}
      </div>
    </section>
  )
}
