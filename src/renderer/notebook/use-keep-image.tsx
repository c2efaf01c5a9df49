// Takes a picture into the notebook, with its progress and a way to give it up where that takes longer than a moment.

import { Button, Progress } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { maxImageBytes } from '../../core/records/image-file.ts'
import { strings } from '../strings/strings.ts'
import { useClient } from './notebook-context.ts'
import { uploadFile } from './upload-file.ts'

const shownAfterMs = 500

/** Resolves with `files/<sha256>.png` once the picture is durable, with undefined where it was refused (said in words) or given up. */
export function useKeepImage(): (file: File) => Promise<string | undefined> {
  const client = useClient()
  return useCallback(
    async (file) => {
      const refuse = (message: string) => notifications.show({ color: 'red', title: strings.editor.pictureRefused, message })
      if (file.size > maxImageBytes) {
        refuse(strings.editor.pictureTooLarge(maxImageBytes / 1_000_000))
        return undefined
      }
      const giveUp = new AbortController()
      const id = `picture-${crypto.randomUUID()}`
      let share = 0
      let isShown = false
      const content = () => ({
        id,
        autoClose: false as const,
        withCloseButton: false,
        title: strings.editor.addingPicture(file.name || strings.editor.picture),
        message: (
          <span style={{ display: 'flex', alignItems: 'center', gap: 'var(--space-3)' }}>
            <Progress value={share * 100} aria-label={strings.editor.addingPicture(file.name)} style={{ flex: 1 }} />
            <Button size="compact-sm" variant="light" onClick={() => giveUp.abort()}>
              {strings.app.cancel}
            </Button>
          </span>
        ),
      })
      const timer = setTimeout(() => {
        isShown = true
        notifications.show(content())
      }, shownAfterMs)
      try {
        const answer = await uploadFile(client, file, {
          signal: giveUp.signal,
          onProgress: (sent) => {
            share = sent
            if (isShown) notifications.update(content())
          },
        })
        if (answer && !answer.ok) refuse(answer.error.message)
        return answer?.ok ? answer.file : undefined
      } catch {
        // A file that went away, or a folder that was dropped, cannot be read.
        refuse(strings.editor.pictureUnread)
        return undefined
      } finally {
        clearTimeout(timer)
        notifications.hide(id)
      }
    },
    [client],
  )
}
