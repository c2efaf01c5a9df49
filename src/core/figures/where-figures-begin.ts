// Where a figure can begin: the source of the one pattern that runs over the whole text.

import { monthNames } from './read-date-english.ts'

/** Of a run of digits that one match takes: an unbounded one would need a place on the engine's stack for each of ten million. */
export const longestMatch = 400

// Where a figure can begin. Everything else is skipped by the regular-expression engine.
export const anchorSource = [
  `\\d{1,${longestMatch}}`,
  '[〇零一二三四五六七八九十两廿]',
  '[百千万]{1,2}分之|(?<![数几何成上])[百千](?=[一二三四五六七八九十百]|(?:[万亿]|兆)[一二三四五六七八九十百千]{1,8}円|(?:[万亿]|兆)?(?:円|ドル|ユーロ)(?!未满|单位|[,)、])|[百千](?=パーセント|%))|百(?=パーセント|%)',
  // What stands before is asked last: a pattern that begins with a lookbehind is tried at every character.
  '(?:万亿|[十百千]?[万亿]|[百千])(?<=(?:[超逾破近过]|(?<![到至以])上)(?:万亿|[十百千]?[万亿]|[百千]))(?=[元円人名家辆台户吨股套件余种款个项点天年吨]|[美欧日港英][元镑])',
  '令和|平成|昭和|第|[上下]半年|前三季',
  "(?<![A-Za-z])(?:https?://[\\w./?%&=#~:+,;@!*()-]{1,2000}|Q[1-4]|H[12](?!\\w)|(?:FY|[Ff]iscal|FISCAL|[Ff]inancial year)[ \\u202f'-]?(?=['\\dyqhYQH])|" +
    `${monthNames}|` +
    '[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en(?![a-eg-su-z])|[Ee]leven|[Tt]welve|[Tt]hirt|[Tt]went|[Ff]orty|[Ff]if|[Hh]alf (?:an? )?(?=hundred|thousand|million|billion|trillion|dozen|percent|per cent|basis|cent\\b|point\\b)|[Aa] quarter (?=(?:of an? )?(?:million|billion|trillion|percentage))|[Qq]uarter (?=[mb]illion)|[Aa] (?=(?:third|quarter|fifth|sixth|eighth|tenth) of|(?:third|fifth|tenth)(?:[.,;)]|$| (?:from|below|above|since)\\b))|[Aa]n? (?=hundred|thousand|million|billion|trillion|dozen)|' +
    '[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|(?:[Qq]uarter|[Yy]ear|[Hh]alf(?:-year)?|[Mm]onth) (?:ended|ending))',
].join('|')
