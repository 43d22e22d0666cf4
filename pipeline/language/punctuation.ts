import { hasMark } from './letters.ts'
import type { Remark } from './remark.ts'
import { isSyllable } from './syllable.ts'
import { SHORT_FORMS } from './word-lists.ts'

/** One way in which spacing goes wrong: what is looked for, and what is to stand there. */
type Check = {
  readonly pattern: RegExp
  readonly problem: string
  readonly fix: string
  /** Undefined where a person has to say; false where nothing is wrong after all. */
  readonly instead?: (match: RegExpExecArray) => string | false
}

const last = (text: string): string => /[\p{L}\d]*$/u.exec(text)?.[0] ?? ''
const next = (text: string, from: number): string =>
  /^[\p{L}\d]*/u.exec(text.slice(from, from + 30))?.[0] ?? ''
const before = ({ input, index }: RegExpExecArray): string =>
  last(input.slice(Math.max(0, index - 30), index))

const CHECKS: readonly Check[] = [
  {
    // Behind a word and before the end of one: «.NET», « :)» and « ...» are other things.
    pattern: /(?<=[\p{L}\d)\]”»%]) +[,.;:!?](?=[\s*_”»)]|$)/gmu,
    problem: 'Có khoảng trắng trước dấu câu',
    fix: 'viết dấu câu liền với từ đứng trước',
    instead: ([found]) => found.trimStart(),
  },
  {
    pattern: /(?<=[\p{L}\d)”»]) +[,;](?=\p{L}{2})/gu,
    problem: 'Khoảng trắng đứng trước dấu câu thay vì đứng sau',
    fix: 'viết dấu câu liền với từ đứng trước, rồi một khoảng trắng',
    instead: ([found]) => `${found.trim()} `,
  },
  {
    // «trọng .Tới dự»; not « .NET».
    pattern: /(?<=\p{Ll}{2}) +\.(?=\p{Lu}\p{Ll})/gu,
    problem: 'Khoảng trắng đứng trước dấu chấm thay vì đứng sau',
    fix: 'viết dấu chấm liền với từ đứng trước, rồi một khoảng trắng',
    instead: ({ input, index, 0: found }) => (isSyllable(next(input, index + found.length)) ? '. ' : false),
  },
  {
    pattern: /(?<=[\p{L}\d)”»])[,;!?](?=\p{L})/gu,
    problem: 'Thiếu khoảng trắng sau dấu câu',
    fix: 'viết một khoảng trắng sau dấu câu',
    instead: (match) => {
      const words = [before(match), next(match.input, match.index + 1)]
      const isSure =
        (words.some((word) => word.length > 1) && words.some((word) => hasMark(word))) ||
        words.every((word) => word.length > 2 && isSyllable(word.toLowerCase()))
      return isSure ? `${match[0]} ` : false
    },
  },
  {
    pattern: /(?<=\p{L}):(?=\p{L})/gu,
    problem: 'Thiếu khoảng trắng sau dấu hai chấm',
    fix: 'viết một khoảng trắng sau dấu hai chấm',
    instead: (match) =>
      hasMark(before(match)) || hasMark(next(match.input, match.index + 1)) ? ': ' : false,
  },
  {
    pattern: /(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})/gu,
    problem: 'Thiếu khoảng trắng sau dấu chấm',
    fix: 'viết một khoảng trắng sau dấu chấm',
    instead: (match) => {
      const word = before(match)
      return isSyllable(word) &&
        word === word.toLowerCase() &&
        !SHORT_FORMS.has(word) &&
        isSyllable(next(match.input, match.index + 1))
        ? '. '
        : false
    },
  },
  {
    pattern: /(?<=[\p{L}\d,.;:!?)\]”»%])(?<!^[ >]*\d+[.)]) {2,}(?=[\p{L}\d(“«"])/gmu,
    problem: 'Có hai khoảng trắng liền nhau',
    fix: 'chỉ viết một khoảng trắng',
    instead: () => ' ',
  },
  {
    pattern: /(?:\((?!\()|[“«]) +(?=[\p{L}\d])/gu,
    problem: 'Có khoảng trắng sau dấu mở ngoặc',
    fix: 'viết dấu mở ngoặc liền với từ đứng sau',
    instead: ([found]) => found.trimEnd(),
  },
  {
    pattern: /(?<=[\p{L}\d.,;!?]) +[)”»]/gu,
    problem: 'Có khoảng trắng trước dấu đóng ngoặc',
    fix: 'viết dấu đóng ngoặc liền với từ đứng trước',
    // «Cài đặt » Mạng»: where nothing has opened, the sign is an arrow.
    instead: ({ 0: found, input, index }) =>
      found.endsWith('»') && !/«[^»\n]*$/.test(input.slice(Math.max(0, index - 400), index))
        ? false
        : found.trimStart(),
  },
  {
    pattern: /(?<=\p{L})\((?=\p{L}{2} ?)/gu,
    problem: 'Thiếu khoảng trắng trước dấu mở ngoặc',
    fix: 'viết một khoảng trắng trước dấu mở ngoặc',
    instead: (match) => {
      const word = before(match)
      return word.length > 1 && isSyllable(word) && isSyllable(next(match.input, match.index + 1))
        ? ' ('
        : false
    },
  },
  {
    pattern: /(?<=\p{L}|\d),,(?!,)|(?<=\p{L}|\d);;(?!;)/gu,
    problem: 'Dấu câu viết hai lần',
    fix: 'chỉ viết một lần',
    instead: ([found]) => found.slice(1),
  },
  {
    pattern: /(?<=\p{L})\.\.(?=\s|$)/gmu,
    problem: 'Có hai dấu chấm liền nhau',
    fix: 'viết một dấu chấm để hết câu, hoặc ba dấu chấm (…) khi còn bỏ lửng',
  },
]

/** Spaces and marks as Vietnamese prints them: none before , . ; : ! ?, one after, none inside brackets and quotes. */
export function punctuationRemarks(prose: string): Remark[] {
  return CHECKS.flatMap(({ pattern, problem, fix, instead }) =>
    [...prose.matchAll(pattern)].flatMap((match) => {
      const better = instead?.(match as RegExpExecArray)
      if (better === false) return []
      const [written] = match
      return [
        {
          kind: 'punctuation' as const,
          start: match.index,
          written,
          problem: `${problem}: «${around(prose, match.index, written.length)}»`,
          fix,
          ...(better === undefined ? {} : { instead: better }),
        },
      ]
    }),
  )
}

/** The words on both sides, so that a person finds the place without counting columns. */
const around = (prose: string, start: number, length: number): string => {
  const from =
    prose
      .slice(Math.max(0, start - 12), start)
      .split(/[\s\u0001]/)
      .at(-1) ?? ''
  const to = prose.slice(start + length, start + length + 12).split(/[\s\u0001]/)[0] ?? ''
  return from + prose.slice(start, start + length) + to
}
