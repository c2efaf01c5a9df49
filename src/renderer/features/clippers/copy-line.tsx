// One line of text that a program needs to the letter: selectable, and copied by the button behind it.

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { strings } from '../../strings/strings.ts'
import { copyText } from '../../ui/download.ts'
import classes from './clippers-dialog.module.css'

const words = strings.clippers
const saidForMs = 2_500

export function useCopy(): { outcome: string | undefined; copy: (text: string) => Promise<void> } {
  const [outcome, setOutcome] = useState<string>()
  useEffect(() => {
    if (outcome === undefined) return
    const timer = setTimeout(() => setOutcome(undefined), saidForMs)
    return () => clearTimeout(timer)
  }, [outcome])
  return { outcome, copy: async (text) => setOutcome((await copyText(text)) ? words.copied : words.notCopied) }
}

export function CopyLine({ label, text, copy: copyWords, isFirst = false }: { label: string; text: string; copy: string; isFirst?: boolean }) {
  const { outcome, copy } = useCopy()
  return (
    <div className={classes.line}>
      <span className={classes.label}>{label}</span>
      <code className={classes.code}>{text}</code>
      <Button size="compact-sm" variant={isFirst ? 'light' : 'subtle'} autoFocus={isFirst} onClick={() => void copy(text)}>
        {outcome ?? copyWords}
      </Button>
    </div>
  )
}
