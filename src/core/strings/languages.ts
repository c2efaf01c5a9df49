// The languages that the interface speaks. 中文 and 日本語 are one folder beside `en/` and one line here; the compiler names what is missing.

import { english, type Language } from './language.ts'

/** By BCP 47 tag, each with its own name for itself. */
export const languages: readonly { tag: string; name: string; strings: Language }[] = [{ tag: 'en', name: 'English', strings: english }]

/** The first wish that is spoken here, by its whole tag or by its language alone; otherwise English. */
export function chooseLanguage(wishes: readonly string[]): (typeof languages)[number] {
  for (const wish of wishes) {
    const primary = wish.split('-')[0]
    const found = languages.find(({ tag }) => tag === wish) ?? languages.find(({ tag }) => tag === primary)
    if (found) return found
  }
  return languages[0] as (typeof languages)[number]
}
