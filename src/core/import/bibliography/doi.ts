// A DOI however people write it (`https://doi.org/10.…`, `doi:10.…`), as a source holds it.

/** In lower case and without a resolver, since DOIs are compared without regard to case (DOI Handbook 2.4); empty where it is none. */
export function normaliseDoi(text: string): string {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase()
  return /^10\.\d{4,9}\/[^\s\p{Lu}]+$/u.test(bare) && bare.length <= 1_000 && bare.isWellFormed() ? bare : ''
}
