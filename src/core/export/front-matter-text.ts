// The YAML front matter of an export. Every text is a double-quoted scalar, so that no title can be read as anything else.

export type FrontMatterValue = string | readonly string[]

/** Lines from `---` to `---`, ending in a line feed. Keys are ours and need no quotes; empty lists and undefined values are left out. */
export function frontMatterText(fields: readonly (readonly [key: string, value: FrontMatterValue | undefined])[]): string {
  const lines = fields.flatMap(([key, value]) => {
    if (value === undefined || (typeof value !== 'string' && value.length === 0)) return []
    return [`${key}: ${typeof value === 'string' ? quoteYaml(value) : `[${value.map(quoteYaml).join(', ')}]`}`]
  })
  return `---\n${lines.join('\n')}\n---\n`
}

/**
 * JSON is YAML (1.2, section 1.3), but JSON leaves some characters as they are that YAML 1.1 readers refuse or take for line breaks.
 * `/` stays `/`: only the older readers know `\/`.
 */
function quoteYaml(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
