// Every sentence of the window, in the language that this computer asks for first among those that Footing speaks.

import { chooseLanguage } from '../../core/strings/languages.ts'

export const { tag: languageTag, strings } = chooseLanguage(navigator.languages)
