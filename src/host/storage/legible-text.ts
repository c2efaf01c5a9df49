// What can still be read of the line of a damaged body.

/** The text of a damaged line as far as it can be read, illegible bytes as U+FFFD. */
export function legibleText(line: Buffer): string {
  const text = /"text":"(.*?)"?\}?\}?\n?$/su.exec(line.toString('utf8'))?.[1] ?? ''
  try {
    return JSON.parse(`"${text}"`) as string
  } catch {
    return text.replaceAll('\\n', '\n').replaceAll('\\"', '"')
  }
}
