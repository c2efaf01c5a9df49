// What can still be read of the line of a damaged body: the words, without what stands around them on disk.

/** `line` is the line as text, illegible bytes as U+FFFD. A line that is no body is given back as it is. */
export function legibleText(line: string): string {
  const text = /"text":"(.*?)"?\}?\}?\n?$/su.exec(line)?.[1]
  if (text === undefined) return line
  try {
    return JSON.parse(`"${text}"`) as string
  } catch {
    return text.replaceAll('\\n', '\n').replaceAll('\\"', '"')
  }
}
