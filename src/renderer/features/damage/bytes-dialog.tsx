// The raw bytes of something damaged, to be read and copied: as text where it is one, and in hexadecimal.

import { Button, Group, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { DamageItem } from '../../../core/damage/damage-item.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import classes from './damage-view.module.css'
import { hexLines } from './hex-lines.ts'

type Form = 'text' | 'hex'

export function BytesDialog({ item, onClose }: { item: DamageItem; onClose: () => void }) {
  const { value, error } = useAnswer('damage.bytes', { key: item.key }, { follow: false })
  const [form, setForm] = useState<Form>('text')
  const shown = !value ? '' : form === 'text' ? value.text : hexLines(value.hex)
  const copy = async () => {
    await navigator.clipboard.writeText(form === 'text' ? shown : (value?.hex ?? ''))
    notifications.show({ message: strings.damage.copied })
  }
  return (
    <Dialog title={strings.damage.bytesTitle} isOpen onClose={onClose} size="lg">
      {error && <p>{error.message}</p>}
      {value && (
        <>
          <SegmentedControl
            size="xs"
            aria-label={strings.damage.bytes}
            value={form}
            onChange={(next) => setForm(next as Form)}
            data={[
              { value: 'text', label: strings.damage.asText },
              { value: 'hex', label: strings.damage.asHex },
            ]}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <pre className={classes.bytes} data-form={form} tabIndex={0}>
            {shown}
          </pre>
          {value.isCut && <p className={classes.hint}>{strings.damage.cut(value.hex.length / 2)}</p>}
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={onClose}>
              {strings.app.close}
            </Button>
            <Button variant="light" onClick={() => void copy()}>
              {form === 'text' ? strings.damage.copyText : strings.damage.copyHex}
            </Button>
          </Group>
        </>
      )}
    </Dialog>
  )
}
