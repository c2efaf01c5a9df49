// One item of CSL-JSON (docs.citationstyles.org, "CSL-JSON"), the shape that all bibliographies are read into and written from.

export type CslName = {
  family?: string
  given?: string
  suffix?: string
  literal?: string
  'non-dropping-particle'?: string
  'dropping-particle'?: string
}
export type CslDate = { 'date-parts'?: number[][]; raw?: string; literal?: string; circa?: boolean }

export type CslItem = {
  id: string
  type: string
  author?: CslName[]
  editor?: CslName[]
  translator?: CslName[]
  issued?: CslDate
  accessed?: CslDate
  'original-date'?: CslDate
} & { [Field in CslTextField]?: string }

export const cslTextFields = [
  'title',
  'title-short',
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'number',
  'page',
  'edition',
  'chapter-number',
  'number-of-pages',
  'genre',
  'event-title',
  'DOI',
  'URL',
  'ISBN',
  'ISSN',
  'PMID',
  'archive',
  'archive_location',
  'language',
  'abstract',
  'keyword',
  'note',
  'annote',
  'medium',
] as const
export type CslTextField = (typeof cslTextFields)[number]

/** `2025`, `2025-11` or `2025-11-14`; of a range its beginning. Empty where nothing says when. */
export function partialDateOf(date: CslDate | undefined): string {
  const parts = date?.['date-parts']?.[0]
  if (parts?.[0] !== undefined) return toPartialDate(parts)
  return readDateText(date?.raw ?? date?.literal ?? '')
}

/** Of ISO dates, EDTF ranges and marks (`2020-03/2021`, `2020-05~`), and dates with slashes. */
export function readDateText(text: string): string {
  const match = /(?:^|\D)(\d{4})(?:[-/.年]\s?(\d{1,2})(?:[-/.月]\s?(\d{1,2}))?)?(?!\d)/.exec(text.trim())
  return match ? toPartialDate([match[1], match[2], match[3]].filter((part) => part !== undefined).map(Number)) : ''
}

/** As far as it is a day of the calendar. */
function toPartialDate([year, month, day]: readonly number[]): string {
  if (year === undefined || !Number.isInteger(year) || year < 1 || year > 9999) return ''
  const ofYear = String(year).padStart(4, '0')
  if (month === undefined || !Number.isInteger(month) || month < 1 || month > 12) return ofYear
  const ofMonth = `${ofYear}-${String(month).padStart(2, '0')}`
  if (day === undefined || !Number.isInteger(day) || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return ofMonth
  return `${ofMonth}-${String(day).padStart(2, '0')}`
}

export function toCslDate(partialDate: string): CslDate | undefined {
  return partialDate === '' ? undefined : { 'date-parts': [partialDate.split('-').map(Number)] }
}

/** `Family, Given`, the form in which families and given names can be told apart again; what is one name stays one. */
export function wordName({ family = '', given = '', suffix = '', literal = '', ...particles }: CslName): string {
  if (literal !== '') return literal
  const particle = [particles['dropping-particle'], particles['non-dropping-particle']].filter((part) => part).join(' ')
  const whole = particle === '' ? family : `${particle} ${family}`
  if (suffix !== '') return `${given === '' ? whole : `${given} ${whole}`}, ${suffix}`
  return given === '' ? whole : whole === '' ? given : `${whole}, ${given}`
}

const companySuffix = /^(?:inc|ltd|llc|llp|lp|plc|co|corp|company|corporation|gmbh|ag|s\.?a|n\.?v|b\.?v|k\.?k)\.?$/i

export function readName(name: string): CslName {
  const [family = '', given = '', ...more] = name.split(/\s*[,，]\s*/)
  if (family === '' || given === '' || more.length > 0 || companySuffix.test(given)) return { literal: name }
  return { family, given }
}
