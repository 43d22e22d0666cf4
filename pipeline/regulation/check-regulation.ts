import { parseDay } from '../calendar/local-time.ts'
import type { QuyChe } from '../contract/types.ts'

/** A problem of a valid file that only its meaning shows; the path leads to the value. */
export type MeaningProblem = {
  readonly path: readonly (string | number)[]
  readonly problem: string
  readonly fix: string
}

/** Everything that must hold inside one quy-che.yaml beyond its schema. */
export function checkRegulation(law: QuyChe, knownRules: ReadonlySet<string>): MeaningProblem[] {
  return [
    ...repeatedIds(law),
    ...unknownClauses(law),
    ...unknownKinds(law),
    ...deadlinesWithoutTrigger(law),
    ...unknownRules(law, knownRules),
    ...openInterpretations(law),
    ...unknownSections(law),
    ...wrongDates(law),
  ]
}

function repeatedIds(law: QuyChe): MeaningProblem[] {
  const lists = {
    linhVuc: law.linhVuc,
    sections: law.sections,
    kinds: law.kinds,
    deadlines: law.deadlines,
    duties: law.duties,
    interpretations: law.interpretations,
  }
  const ids = Object.entries(lists).flatMap(([list, items]) =>
    repeated(
      list,
      items.map((each) => each.id),
      'id',
    ),
  )
  return [
    ...ids,
    ...repeated(
      'clauses',
      law.clauses.map((each) => each.ref),
      'ref',
    ),
  ]
}

const repeated = (list: string, ids: readonly string[], key: string): MeaningProblem[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [
          {
            path: [list, index, key],
            problem: `Mã \`${id}\` đã dùng ở trên trong cùng danh sách`,
            fix: 'đặt mã khác, hoặc thêm #2 cho khoản trùng số',
          },
        ]
      : [],
  )

/** Walks the whole file: every `basis` must be a clause that the file itself lists. */
function unknownClauses(law: QuyChe): MeaningProblem[] {
  const known = new Set(law.clauses.map(({ ref }) => ref))
  return walk(law, []).flatMap(({ path, value }) =>
    path.at(-1) === 'basis' || path.at(-1) === 'ref'
      ? [value].flat().flatMap((ref) =>
          typeof ref === 'string' && !known.has(ref)
            ? [
                {
                  path,
                  problem: `Điều khoản \`${ref}\` không có trong danh sách điều khoản (clauses) của Quy chế`,
                  fix: 'sửa ký hiệu, hoặc thêm điều khoản vào mục clauses',
                },
              ]
            : [],
        )
      : [],
  )
}

function walk(
  value: unknown,
  path: readonly (string | number)[],
): { path: readonly (string | number)[]; value: unknown }[] {
  if (Array.isArray(value) && path.at(-1) !== 'basis')
    return value.flatMap((each, index) => walk(each, [...path, index]))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, value }]
  return Object.entries(value).flatMap(([key, each]) => walk(each, [...path, key]))
}

function unknownKinds(law: QuyChe): MeaningProblem[] {
  const known = new Set<string>(law.kinds.map(({ id }) => id))
  return law.deadlines.flatMap((deadline, index) =>
    deadline.kinds
      .filter((kind) => !known.has(kind))
      .map((kind) => ({
        path: ['deadlines', index, 'kinds'],
        problem: `Thể loại \`${kind}\` không có trong mục kinds của Quy chế`,
        fix: 'thêm thể loại vào mục kinds, hoặc bỏ khỏi thời hạn này',
      })),
  )
}

const deadlinesWithoutTrigger = (law: QuyChe): MeaningProblem[] =>
  law.deadlines.flatMap((deadline, index) =>
    deadline.limit.unit !== 'none' && deadline.trigger === undefined
      ? [
          {
            path: ['deadlines', index],
            problem: `Thời hạn \`${deadline.id}\` không nói tính từ đâu`,
            fix: 'thêm `trigger: …` (eventDate, signedDate, receivedDate…)',
          },
        ]
      : [],
  )

const unknownRules = (law: QuyChe, knownRules: ReadonlySet<string>): MeaningProblem[] =>
  law.clauses.flatMap(({ enforced = [] }, index) =>
    enforced
      .filter((rule) => !knownRules.has(rule))
      .map((rule) => ({
        path: ['clauses', index, 'enforced'],
        problem: `Không có quy tắc kiểm tra \`${rule}\``,
        fix: 'chọn một quy tắc có thật (xem `congbo explain`), hoặc chuyển sang mục planned',
      })),
  )

const openInterpretations = (law: QuyChe): MeaningProblem[] =>
  law.interpretations.flatMap(({ choice, alternatives }, index) =>
    alternatives.includes(choice)
      ? [
          {
            path: ['interpretations', index, 'alternatives'],
            problem: `Cách đang chọn \`${choice}\` lại nằm trong các cách khác`,
            fix: 'bỏ nó khỏi alternatives',
          },
        ]
      : [],
  )

function unknownSections(law: QuyChe): MeaningProblem[] {
  const known = new Set(law.sections.map(({ id }) => id))
  const named: [path: (string | number)[], id: string | undefined][] = [
    [['questions', 'section'], law.questions?.section],
    [['content', 'unconfirmed', 'section'], law.content.unconfirmed?.section],
    [['content', 'advertising', 'section'], law.content.advertising?.section],
    [['content', 'structuredProject', 'section'], law.content.structuredProject?.section],
    ...law.clauses.flatMap(({ published = [] }, index) =>
      published
        .filter((page) => page.startsWith('section:'))
        .map((page): [(string | number)[], string] => [['clauses', index, 'published'], page.slice(8)]),
    ),
  ]
  return named.flatMap(([path, id]) =>
    id !== undefined && !known.has(id)
      ? [
          {
            path,
            problem: `Chuyên mục \`${id}\` không có trong mục sections`,
            fix: 'sửa mã, hoặc thêm chuyên mục',
          },
        ]
      : [],
  )
}

const wrongDates = (law: QuyChe): MeaningProblem[] =>
  law.effectiveFrom.date !== null && parseDay(law.effectiveFrom.date) === undefined
    ? [
        {
          path: ['effectiveFrom', 'date'],
          problem: 'Ngày có hiệu lực không có thật',
          fix: 'ghi ngày có trong lịch',
        },
      ]
    : []
