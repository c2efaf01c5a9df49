// How the files of a generation are named: readable in a folder listing, sortable by number.

export const manifestName = 'notebook.json'

type GenerationPart = 'records' | 'bodies' | 'journal'

const pattern = /^(records|bodies|journal)-([1-9]\d{0,14})\.ndjson$/

export function generationFile(part: GenerationPart, generation: number): string {
  return `${part}-${generation}.ndjson`
}

/** The part and number that a file name says, or undefined for any other file. */
export function parseGenerationFile(name: string): { part: GenerationPart; generation: number } | undefined {
  const match = pattern.exec(name)
  return match ? { part: match[1] as GenerationPart, generation: Number(match[2]) } : undefined
}
