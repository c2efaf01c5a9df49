// What ECharts writes as SVG, made into a file: the same series gives the same bytes, and the picture says what it is of.

import { escapeHtml } from '../markdown/escape-html.ts'

/** ECharts numbers its charts within a process, and adds styles for a pointer that a picture has not. */
export function finishSvg(svg: string, title: string): string {
  return (
    svg
      .replace(/<style[^>]*>[\s\S]*?<\/style>\s*/g, '')
      .replace(/ class="zr\d+-cls-\d+"/g, '')
      .replace(/\bzr\d+-/g, 'chart-')
      // Readers of SVG that are no browsers know the parts of a font, not the shorthand.
      .replace(/style="font: (?:normal )*([\d.]+px) ([^"]+)"/g, 'style="font-size:$1;font-family:$2"')
      .replace(
        /^<svg [^>]*>/,
        (opening) =>
          `${opening}\n<title>${escapeHtml(title.toWellFormed().replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' '))}</title>`,
      )
  )
}
